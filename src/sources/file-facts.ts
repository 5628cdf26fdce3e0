import ExifReader from 'exifreader'
import { PhotoError } from '../contract/failure'
import type { FileFacts } from '../contract/file-facts'
import { estimateJpegQuality } from '../lib/jpeg-structure'
import { readContainer, type Container } from './container'

/** Above a phone's largest mode, below what decodes to half a gigabyte. */
const MAX_PIXELS = 128_000_000
/** Canvases are limited to 16,384 px in every engine, and no camera reaches that with a portrait. */
const MAX_SIDE_PX = 16_384

/** Errors: too-large. */
export function assertNotTooLarge(width: number, height: number): void {
  if (Math.max(width, height) > MAX_SIDE_PX || width * height > MAX_PIXELS)
    throw new PhotoError('too-large', `${width}x${height}`)
}

type Tags = Record<string, Record<string, { description?: unknown; value?: unknown }> | undefined>

/**
 * Reads facts from a file's bytes. Errors: not-an-image, unsupported-format, damaged, too-large (by its header, before
 * decoding).
 */
export function readFileFacts(bytes: Uint8Array<ArrayBuffer>, name?: string): FileFacts {
  const container = readContainer(bytes)
  const { width, height } = container
  assertNotTooLarge(width, height)
  const tags = readTags(bytes)
  const text = (group: string, tag: string): string => {
    const found = tags[group]?.[tag]?.description
    return typeof found === 'string' ? found.trim() : typeof found === 'number' ? String(found) : ''
  }
  // In HEIF, boxes rotate the image and decoders apply them; the EXIF tag repeats the rotation and must be ignored
  // (ISO/IEC 23000-22, MIAF).
  const orientation = container.heif?.orientation ?? Number(tags['exif']?.['Orientation']?.value)
  return {
    ...(name === undefined ? {} : { name }),
    bytes: bytes.length,
    type: container.type,
    storedWidth: width,
    storedHeight: height,
    orientation: orientation >= 1 && orientation <= 8 ? orientation : 1,
    animated: container.animated,
    bitDepth: container.bitDepth,
    channels: container.channels,
    colourSpace: readColourSpace(container, text),
    density: readDensity(tags, container),
    jpeg: container.jpeg && {
      quality: estimateJpegQuality(container.jpeg.quantisation.get(0)),
      progressive: [0xc2, 0xc6, 0xca, 0xce].includes(container.jpeg.frameType),
      subsampling: container.jpeg.components.map(({ horizontal, vertical }) => `${horizontal}x${vertical}`).join(' '),
    },
    identifying: findIdentifyingKinds(tags),
    software: readSoftware(tags, container, text),
  }
}

/** An unreadable metadata block is no reason to reject a photo that can be decoded. */
function readTags(bytes: Uint8Array<ArrayBuffer>): Tags {
  const { buffer } = bytes.byteLength === bytes.buffer.byteLength ? bytes : bytes.slice()
  try {
    return ExifReader.load(buffer, { expanded: true }) as unknown as Tags
  } catch {
    return {}
  }
}

function readColourSpace(container: Container, text: (group: string, tag: string) => string): FileFacts['colourSpace'] {
  if (container.grey) return 'grey'
  if (container.jpeg?.components.length === 4) return 'cmyk'
  const profile = text('icc', 'ICC Description') || text('icc', 'Profile Description')
  if (profile) {
    if (/display ?p3/i.test(profile)) return 'display-p3'
    if (/adobe ?rgb/i.test(profile)) return 'adobe-rgb'
    return /s ?rgb|IEC ?61966/i.test(profile) ? 'srgb' : 'other-profile'
  }
  // H.273 primaries of Display P3.
  if (container.heif?.nclx?.primaries === 12) return 'display-p3'
  // Without a profile, RGB means sRGB to every reader; EXIF may declare Adobe RGB by its interoperability index (DCF
  // 2.0).
  return /R03/.test(text('exif', 'InteroperabilityIndex'))
    ? 'adobe-rgb'
    : container.channels === null
      ? 'unknown'
      : 'srgb'
}

function readDensity(tags: Tags, container: Container): FileFacts['density'] {
  const number = (group: string, tag: string): number => {
    const value = tags[group]?.[tag]?.value
    return Array.isArray(value) ? Number(value[0]) / Number(value[1] ?? 1) : Number(value)
  }
  const jfif = container.jpeg?.segments.find(
    ({ marker, payload }) =>
      marker === 0xe0 && payload.length >= 12 && String.fromCharCode(...payload.subarray(0, 4)) === 'JFIF',
  )?.payload
  if (jfif && jfif[7] !== 0) {
    const perInch = jfif[7] === 2 ? 2.54 : 1
    return { x: ((jfif[8]! << 8) | jfif[9]!) * perInch, y: ((jfif[10]! << 8) | jfif[11]!) * perInch }
  }
  const exif = { x: number('exif', 'XResolution'), y: number('exif', 'YResolution') }
  if (exif.x > 0 && exif.y > 0) {
    const perInch = number('exif', 'ResolutionUnit') === 3 ? 2.54 : 1
    return { x: exif.x * perInch, y: exif.y * perInch }
  }
  const png = { x: number('png', 'Pixels Per Unit X'), y: number('png', 'Pixels Per Unit Y') }
  return png.x > 0 && png.y > 0 ? { x: Math.round(png.x * 0.0254), y: Math.round(png.y * 0.0254) } : null
}

/** Tags, in any block, that identify a person, a place or an individual device. */
const IDENTIFYING_TAGS: readonly (readonly [kind: string, name: RegExp])[] = [
  ['gps', /^GPS(?!InfoIFDPointer|VersionID)|^Latitude$|^Longitude$/i],
  ['serial', /serial ?number/i],
  [
    'name',
    /^(Artist|Copyright|CameraOwnerName|OwnerName|By-line|creator|rights|Credit|XPAuthor|Author|PersonInImage)$/i,
  ],
  ['unique-id', /^(ImageUniqueID|DocumentID|InstanceID|OriginalDocumentID)$/i],
]

function findIdentifyingKinds(tags: Tags): string[] {
  const kinds = new Set<string>()
  for (const group of Object.values(tags)) {
    if (!group || typeof group !== 'object') continue
    for (const [tag, found] of Object.entries(group)) {
      const description =
        typeof found === 'object' && found !== null && 'description' in found
          ? String(found.description ?? '')
          : String(found)
      if (!description.trim()) continue
      for (const [kind, name] of IDENTIFYING_TAGS) if (name.test(tag)) kinds.add(kind)
    }
  }
  return [...kinds].sort()
}

/** Image editors; the camera firmware that the same tag may name is not one. */
const EDITOR_NAMES = new RegExp(
  [
    'photoshop|lightroom|gimp|paint\\.net|pixelmator|affinity|capture one|acdsee|corel|photoscape|imagemagick',
    'meitu|美图|faceu|beauty|美颜|醒图|轻颜|faceapp|facetune|snapseed|vsco|picsart|canva|hivision',
  ].join('|'),
  'i',
)

function readSoftware(tags: Tags, container: Container, text: (group: string, tag: string) => string): string | null {
  const xmp = String((tags['xmp'] as unknown as { _raw?: string } | undefined)?._raw ?? '')
  const comments =
    container.jpeg?.segments
      .filter(({ marker }) => marker === 0xfe)
      .map(({ payload }) => new TextDecoder('latin1').decode(payload.subarray(0, 200))) ?? []
  const candidates = [
    text('exif', 'Software'),
    text('exif', 'ProcessingSoftware'),
    text('xmp', 'CreatorTool'),
    /CreatorTool[=>"']+([^"'<]+)/.exec(xmp)?.[1] ?? '',
    ...comments,
  ]
  return candidates.find(name => EDITOR_NAMES.test(name))?.slice(0, 80) ?? null
}
