import type { Scene } from '../../contract/scene'
import { distance, midpoint, POINT, getPoint } from '../../lib/landmarks'
import { FAULTLESS_PARTS } from '../../../tests/support/detected-parts'
import { drawScene, placeLandmarks, withDetectedParts, withPose } from '../../../tests/support/case-scenes'
import { defineCases, type RuleCase } from '../../../tests/support/rule-cases'
import rule from './index'

/** Upper and lower lip, inside. */
const LIPS = [
  [13, 14],
  [82, 87],
  [312, 317],
] as const

/** The inner lips `gap` of the mouth's width apart; the parts model is undecided, so that the gap alone decides. */
async function part(gap: number, open = 0.5): Promise<Scene> {
  const scene = withDetectedParts(await drawScene(), { ...FAULTLESS_PARTS, mouth: { open } })
  const face = scene.face!
  const half = (gap * distance(getPoint(face, POINT.MOUTH_RIGHT), getPoint(face, POINT.MOUTH_LEFT))) / 2
  const places = LIPS.flatMap(([upper, lower]) => {
    const { x, y } = midpoint(getPoint(face, upper), getPoint(face, lower))
    return [
      [upper, { x, y: y - half }],
      [lower, { x, y: y + half }],
    ] as const
  })
  return placeLandmarks(scene, Object.fromEntries(places))
}

const parted = async (gap: number): Promise<RuleCase> => {
  const scene = await part(gap)
  return { scene, value: gap, place: midpoint(getPoint(scene.face!, 13), getPoint(scene.face!, 14)) }
}

export default defineCases(rule, {
  gap: {
    pass: () => parted(0.02),
    // From a likelihood of 0.2 on, at a gap of 0.041, it cannot be told.
    near: async () => ({ ...(await parted(0.041)), isLeastCertain: true }),
    fail: () => parted(0.1),
    unknown: async () => ({ scene: withPose(await part(0.0638), { yaw: 15 }), reason: 'turned' }),
  },
})
