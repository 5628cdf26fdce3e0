import type { Profile } from '../../contract/profile'
import type { Limit } from '../../contract/limit'
import { CLAUSE_FRAME } from '../../contract/space'

/** A head and shoulders drawn to the numbers that a profile asks for, in the clause's 480x640 frame. */
export interface Figure {
  readonly headTop: Limit
  readonly eyeLine: Limit
  readonly faceWidth: Limit
  /** Middles of the three bands; `half` of the face's width. */
  readonly top: number
  readonly eyes: number
  readonly half: number
  /** SVG path data. */
  readonly head: string
  readonly hair: string
  readonly shoulders: string
}

const { width: W, height: H } = CLAUSE_FRAME
const middleOf = ({ min = 0, max = 0 }: Limit): number => (min + max) / 2

/** null where the profile does not say how the head should stand. */
export function figureOf({ checks }: Profile): Figure | null {
  const [headTop, eyeLine, faceWidth] = [checks['geometry.head-top'], checks['geometry.eye-line'], checks['geometry.face-width']]
  if (!headTop || !eyeLine || !faceWidth) return null
  const top = middleOf(headTop), eyes = middleOf(eyeLine), half = middleOf(faceWidth) / 2
  return {
    headTop, eyeLine, faceWidth, top, eyes, half,
    head: `M${W / 2 - half} ${eyes - 20}c0-70 40-96 ${half}-96s${half} 26 ${half} 96c0 130-56 214-${half} 214s-${half}-84-${half}-214z`,
    hair: `M${W / 2 - half - 6} ${eyes + 10}C${W / 2 - half - 24} ${top + 30} ${W / 2 - 80} ${top} ${W / 2} ${top}s${half + 24} 30 ${half + 6} ${eyes - top + 10}z`,
    shoulders: `M40 ${H}c10-118 92-150 140-158h120c48 8 130 40 140 158z`,
  }
}
