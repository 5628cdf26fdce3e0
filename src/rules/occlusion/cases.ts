import type { PartMap } from '../../contract/parts'
import type { Scene } from '../../contract/scene'
import { POINT, getPoint } from '../../lib/landmarks'
import { createFlatMap, FAULTLESS_PARTS } from '../../../tests/support/detected-parts'
import { drawScene, withDetectedParts } from '../../../tests/support/case-scenes'
import { defineCases } from '../../../tests/support/rule-cases'
import rule from './index'

async function cover(likelihood: number, map: PartMap): Promise<Scene> {
  return withDetectedParts(await drawScene(), { ...FAULTLESS_PARTS, face: { covered: likelihood, cover: map } })
}

/** As of a mask: the lower half of the crop. */
const LOWER_HALF: PartMap = { ...createFlatMap(16, 16, 0), data: new Float32Array(256).fill(0.95, 8 * 16) }

export default defineCases(rule, {
  share: {
    pass: async () => ({ scene: await cover(0.01, createFlatMap(16, 16, 0)), value: 0 }),
    near: async () => ({ scene: await cover(0.1, createFlatMap(16, 16, 0.029)), value: 0.029 }),
    fail: async () => {
      const scene = await cover(0.97, LOWER_HALF)
      const chin = getPoint(scene.face!, POINT.CHIN)
      return { scene, value: 0.49, tolerance: 0.02, place: { x: chin.x, y: chin.y - 20 } }
    },
    unknown: async () => ({ scene: await cover(0.5, LOWER_HALF), reason: 'ambiguous' }),
  },
})
