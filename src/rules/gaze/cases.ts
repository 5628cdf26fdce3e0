import type { Scene } from '../../contract/scene'
import { distance, midpoint, POINT, getPoint } from '../../lib/landmarks'
import { drawScene, placeLandmarks, withPose } from '../../../tests/support/case-scenes'
import { defineCases, type RuleCase } from '../../../tests/support/rule-cases'
import rule from './index'

/** The irises `offset` eye widths from the middle between the corners of their eyes, to the picture's right. */
function look(scene: Scene, offset: number): Scene {
  const irisOf = (from: number, to: number): { x: number; y: number } => {
    const [a, b] = [getPoint(scene.face!, from), getPoint(scene.face!, to)]
    const centre = midpoint(a, b)
    return { x: centre.x + offset * distance(a, b), y: centre.y }
  }
  return placeLandmarks(scene, {
    [POINT.RIGHT_IRIS]: irisOf(POINT.RIGHT_EYE_OUTER, POINT.RIGHT_EYE_INNER),
    [POINT.LEFT_IRIS]: irisOf(POINT.LEFT_EYE_INNER, POINT.LEFT_EYE_OUTER),
  })
}

const gaze = async (offset: number, yaw = 0): Promise<RuleCase> => ({
  scene: withPose(look(await drawScene(), offset), { yaw }),
  value: Math.abs(offset + 0.0044 * yaw),
})

export default defineCases(rule, {
  offset: {
    // The head is turned, the eyes are not.
    pass: () => gaze(-0.066, 15),
    near: () => gaze(-0.06),
    // The head is turned, and the eyes go with it.
    fail: () => gaze(0.03, 12),
    // Beyond 25 degrees the far eye is too narrow.
    unknown: async () => ({ scene: withPose(await drawScene(), { yaw: 26 }), reason: 'turned' }),
  },
})
