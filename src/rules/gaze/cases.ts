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

const gaze = async (offset: number): Promise<RuleCase> => ({
  scene: look(await drawScene(), offset),
  value: Math.abs(offset),
})

export default defineCases(rule, {
  offset: {
    pass: () => gaze(0.08),
    near: () => gaze(-0.13),
    fail: () => gaze(0.15),
    // Beyond 18 degrees the corners of the eyes no longer tell where their middle is.
    unknown: async () => ({ scene: withPose(await drawScene(), { yaw: 19 }), reason: 'turned' }),
  },
})
