import type { Scene } from '../../src/contract/scene'
import { ownSkin } from '../../src/lib/skin'
import type { Labelled } from './labels'

/** Groups in which every figure is told besides: nobody may be served worse than others. */
export interface Group {
  readonly name: string
  readonly has: (portrait: Labelled, skinLuminance: number | null) => boolean
}

/**
 * Relative luminance (linear) of the person's own cheeks below and above which skin counts as dark and light here:
 * exposure and skin together.
 */
const DARK = 0.16,
  LIGHT = 0.4

export const GROUPS: readonly Group[] = [
  { name: 'glasses', has: ({ labels }) => labels['glasses'] === '1' || labels['glasses'] === '2' },
  { name: 'no glasses', has: ({ labels }) => labels['glasses'] === '0' },
  { name: 'darkest skin', has: (_, luminance) => luminance !== null && luminance < DARK },
  { name: 'between', has: (_, luminance) => luminance !== null && luminance >= DARK && luminance <= LIGHT },
  { name: 'lightest skin', has: (_, luminance) => luminance !== null && luminance > LIGHT },
  // Nobody labelled hair; who shows both ears wears it short or tied back.
  {
    name: 'both ears shown',
    has: ({ labels }) => labels['ear_image_left'] === '1' && labels['ear_image_right'] === '1',
  },
  {
    name: 'an ear not shown',
    has: ({ labels }) => labels['ear_image_left'] !== '1' || labels['ear_image_right'] !== '1',
  },
]

export const skinLuminanceOf = ({ face, head }: Scene): number | null =>
  face && head ? (ownSkin(face, head)?.luminance ?? null) : null
