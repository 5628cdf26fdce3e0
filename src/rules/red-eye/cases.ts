import type { Scene } from '../../contract/scene'
import { distance, LINE, POINT, getPoint, getPoints } from '../../lib/landmarks'
import { createEllipse } from '../../lib/polygon'
import { drawScene, fill, paint, shrinkFace } from '../../../tests/support/case-scenes'
import { defineCases, type RuleCase } from '../../../tests/support/rule-cases'
import rule from './index'

const EYES = [
  [POINT.RIGHT_IRIS, LINE.RIGHT_IRIS_RIM],
  [POINT.LEFT_IRIS, LINE.LEFT_IRIS_RIM],
] as const

/** A flash's red over the middle of both irises; the radius in shares of the pupil's (half of the iris). */
function redden(scene: Scene, share: number): Scene {
  return EYES.reduce((painted, [iris, rim]) => {
    const centre = getPoint(scene.face!, iris)
    const radius = 0.5 * share * distance(getPoints(scene.face!, rim)[0]!, centre)
    return paint(painted, createEllipse(centre, radius, radius), fill(200, 40, 30))
  }, scene)
}

async function flash(share: number): Promise<RuleCase> {
  const scene = await drawScene()
  return { scene: redden(scene, share), place: getPoint(scene.face!, POINT.LEFT_IRIS) }
}

export default defineCases(rule, {
  share: {
    // Brown irises are no flash's red.
    pass: async () => ({ scene: await drawScene(), value: 0 }),
    near: () => flash(0.4),
    fail: async () => ({ ...(await flash(1.2)), value: 1, tolerance: 0.1 }),
    unknown: async () => ({ scene: shrinkFace(await drawScene(), 0.1), reason: 'too-small' }),
  },
})
