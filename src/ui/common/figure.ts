import type { Profile } from '../../contract/profile'
import type { Limit } from '../../contract/limit'
import { CLAUSE_FRAME } from '../../contract/space'

/** Head and shoulders drawn from a profile's limits, in the clause's 480x640 frame. */
export interface Figure {
  readonly headTop: Limit
  readonly eyeLine: Limit
  readonly faceWidth: Limit
  /** Midpoints of the three bands; for the face width, half of it. */
  readonly top: number
  readonly eyes: number
  readonly halfFaceWidth: number
  /** SVG path data. */
  readonly head: string
  readonly hair: string
  readonly shoulders: string
  /** Hair, face and shoulders as one outline, and the position of the eyes. */
  readonly outline: string
}

const { width: FRAME_WIDTH, height: FRAME_HEIGHT } = CLAUSE_FRAME
const getMiddle = ({ min = 0, max = 0 }: Limit): number => (min + max) / 2

/** Returns null where the profile sets no limits for the position of the head. */
export function buildFigure({ checks }: Profile): Figure | null {
  const [headTop, eyeLine, faceWidth] = [
    checks['geometry.head-top'],
    checks['geometry.eye-line'],
    checks['geometry.face-width'],
  ]
  if (!headTop || !eyeLine || !faceWidth) return null
  const top = getMiddle(headTop),
    eyes = getMiddle(eyeLine),
    halfFaceWidth = getMiddle(faceWidth) / 2
  const middle = FRAME_WIDTH / 2
  // Shoulders are nearly three times as wide as the face, so the frame cuts them off.
  const shoulders = `M-8 ${FRAME_HEIGHT}V592c40-46 130-64 186-90V470h124v32c56 26 146 44 186 90V${FRAME_HEIGHT}`
  return {
    headTop,
    eyeLine,
    faceWidth,
    top,
    eyes,
    halfFaceWidth,
    head:
      `M${middle - halfFaceWidth} ${eyes - 20}c0-70 40-96 ${halfFaceWidth}-96s${halfFaceWidth} 26 ${halfFaceWidth} 96` +
      `c0 130-56 214-${halfFaceWidth} 214s-${halfFaceWidth}-84-${halfFaceWidth}-214z`,
    hair:
      `M${middle - halfFaceWidth - 6} ${eyes + 10}` +
      `C${middle - halfFaceWidth - 24} ${top + 30} ${middle - 80} ${top} ${middle} ${top}` +
      `s${halfFaceWidth + 24} 30 ${halfFaceWidth + 6} ${eyes - top + 10}z`,
    shoulders,
    outline:
      `${buildContour(top, eyes, halfFaceWidth)}` + `M${middle - 78} ${eyes}h48M${middle + 30} ${eyes}h48${shoulders}`,
  }
}

/** Outline of head and hair. Eyes to chin is about 0.8 of the width between the cheeks. */
function buildContour(top: number, eyes: number, halfFaceWidth: number): string {
  const chin = eyes + 1.6 * halfFaceWidth,
    side = halfFaceWidth + 8
  const quarter = (sign: 1 | -1): string => {
    const x = (share: number): number => FRAME_WIDTH / 2 + sign * share * side
    return (
      `M${FRAME_WIDTH / 2} ${top}C${x(0.62)} ${top} ${x(1)} ${top + 0.3 * (eyes - top)} ${x(1)} ${eyes}C${x(1)} ` +
      `${eyes + 0.55 * (chin - eyes)} ${x(0.5)} ${chin} ${FRAME_WIDTH / 2} ${chin}`
    )
  }
  return quarter(1) + quarter(-1)
}
