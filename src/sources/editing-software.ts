import type { Container } from './container'
import { getText, type Tags } from './tags'

/** Image editors, as they write themselves; the camera firmware that the same tag may name is not one. */
const EDITOR_NAMES = new RegExp(
  [
    'photoshop|lightroom|gimp|paint\\.net|pixelmator|affinity|capture one|acdsee|acd systems|corel|photoscape',
    'imagemagick|windows photo editor|snapseed|vsco|picsart|canva|hivision|faceapp|facetune|pixcake|像素蛋糕',
    'neo ?imaging|光影魔术手|meitu|美图|faceu|beauty|美颜|醒图|轻颜',
  ].join('|'),
  'i',
)
const COMMENT_MARKER = 0xfe
const MAX_NAME_LENGTH = 80

/** The first image editor that the metadata name; null where they name none. */
export function findEditingSoftware(tags: Tags, { jpeg }: Container): string | null {
  const comments = (jpeg?.segments ?? [])
    .filter(({ marker }) => marker === COMMENT_MARKER)
    .map(({ payload }) => new TextDecoder('latin1').decode(payload.subarray(0, 200)).trim())
  const candidates = [
    getText(tags, 'exif', 'Software'),
    getText(tags, 'exif', 'ProcessingSoftware'),
    getText(tags, 'xmp', 'CreatorTool'),
    // Every step of the history (xmpMM:History) names its program.
    getText(tags, 'xmp', 'softwareAgent'),
    ...comments,
  ]
  return candidates.find(name => EDITOR_NAMES.test(name))?.slice(0, MAX_NAME_LENGTH) ?? null
}
