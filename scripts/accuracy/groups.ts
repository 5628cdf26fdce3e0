import type { Scene } from '../../src/contract/scene'
import { getOwnSkin } from '../../src/lib/skin'
import type { LabelledPortrait } from './labels'

/** Groups for which every figure is also computed separately, so that none is served worse unnoticed. */
export interface Group {
  readonly name: string
  readonly has: (portrait: LabelledPortrait, skinLuminance: number | null) => boolean
}

/**
 * Relative luminance (linear) of the cheeks below or above which skin counts as dark or light: exposure and skin
 * combined.
 */
const MAX_DARK_LUMINANCE = 0.16,
  MIN_LIGHT_LUMINANCE = 0.4

export const GROUPS: readonly Group[] = [
  { name: 'glasses', has: ({ labels }) => labels['glasses'] === '1' || labels['glasses'] === '2' },
  { name: 'no glasses', has: ({ labels }) => labels['glasses'] === '0' },
  { name: 'darkest skin', has: (_, luminance) => luminance !== null && luminance < MAX_DARK_LUMINANCE },
  {
    name: 'between',
    has: (_, luminance) => luminance !== null && luminance >= MAX_DARK_LUMINANCE && luminance <= MIN_LIGHT_LUMINANCE,
  },
  { name: 'lightest skin', has: (_, luminance) => luminance !== null && luminance > MIN_LIGHT_LUMINANCE },
  // Hair is not labelled; with both ears visible it is short or tied back.
  {
    name: 'both ears shown',
    has: ({ labels }) => labels['ear_image_left'] === '1' && labels['ear_image_right'] === '1',
  },
  {
    name: 'an ear not shown',
    has: ({ labels }) => labels['ear_image_left'] !== '1' || labels['ear_image_right'] !== '1',
  },
]

export const measureSkinLuminance = ({ face, head }: Scene): number | null =>
  face && head ? (getOwnSkin(face, head)?.luminance ?? null) : null
