import type { Scene } from '../../contract/scene'
import { interEyeDistance, midpoint, POINT, getPoint } from '../../lib/landmarks'
import { drawScene, placeLandmarks, withPose } from '../../../tests/support/case-scenes'
import { defineCases, type RuleCase } from '../../../tests/support/rule-cases'
import rule from './index'

/** Neutral mouth width and its spread in inter-eye distances (index.ts). */
const MOUTH_WIDTH = { neutral: 0.82, spread: 0.12 }
const BROW_LIDS = [
  [105, 159],
  [334, 386],
] as const

/** A neutral face whose mouth is `spreads` of neutral faces wider; a quarter of that is the departure. */
function widenMouth(scene: Scene, spreads: number): Scene {
  const face = scene.face!
  const unit = interEyeDistance(face)
  const lips = midpoint(getPoint(face, POINT.LIP_INNER_TOP), getPoint(face, POINT.LIP_INNER_BOTTOM))
  const half = (unit * (MOUTH_WIDTH.neutral + spreads * MOUTH_WIDTH.spread)) / 2
  const brows = BROW_LIDS.map(([brow, lid]) => {
    const { x, y } = getPoint(face, lid)
    return [brow, { x, y: y - 0.3 * unit }] as const
  })
  return placeLandmarks(scene, {
    // Corners as low as the lips: not lifted.
    [POINT.MOUTH_RIGHT]: { x: lips.x - half, y: lips.y },
    [POINT.MOUTH_LEFT]: { x: lips.x + half, y: lips.y },
    ...Object.fromEntries(brows),
  })
}

const widened = async (departure: number): Promise<RuleCase> => ({
  scene: widenMouth(await drawScene(), 4 * departure),
  value: departure,
})

export default defineCases(rule, {
  departure: {
    pass: () => widened(0.2),
    near: () => widened(0.4),
    fail: () => widened(0.5),
    unknown: async () => ({ scene: withPose(await drawScene(), { yaw: -21 }), reason: 'turned' }),
  },
})
