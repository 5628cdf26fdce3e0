import type { DetectedParts, PartMap } from '../../contract/parts'
import type { Scene } from '../../contract/scene'
import { POINT, getPoint } from '../../lib/landmarks'
import { FAULTLESS_PARTS } from '../../../tests/support/detected-parts'
import { drawScene, placeLandmarks, withDetectedParts } from '../../../tests/support/case-scenes'
import { defineCases } from '../../../tests/support/rule-cases'
import rule from './index'

/** Cloth over the upper half of the crop of the crown. */
const CLOTH: PartMap = { width: 10, height: 8, data: Float32Array.from({ length: 80 }, (_, at) => (at < 40 ? 0.9 : 0)) }

async function wear(likelihood: number): Promise<Scene> {
  const parts: DetectedParts = { ...FAULTLESS_PARTS, crown: { worn: likelihood, cloth: CLOTH } }
  return withDetectedParts(await drawScene(), parts)
}

export default defineCases(rule, {
  worn: {
    pass: async () => ({ scene: await wear(0.01), value: false }),
    near: async () => ({ scene: await wear(0.2), value: false }),
    fail: async () => {
      const scene = await wear(0.8)
      const forehead = getPoint(scene.face!, POINT.FOREHEAD_TOP)
      return { scene, value: true, place: { x: forehead.x, y: forehead.y - 100 } }
    },
    // Nothing above the forehead is in the photo.
    unknown: async () => {
      const scene = await wear(0.9)
      const { x } = getPoint(scene.face!, POINT.FOREHEAD_TOP)
      return { scene: placeLandmarks(scene, { [POINT.FOREHEAD_TOP]: { x, y: -1 } }), reason: 'cut-off' }
    },
  },
})
