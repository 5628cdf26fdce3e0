import type { DetectedParts, Side } from '../../contract/parts'
import type { Scene } from '../../contract/scene'
import { LINE, getPoint, getPoints } from '../../lib/landmarks'
import { createFlatMap, FAULTLESS_PARTS } from '../../../tests/support/detected-parts'
import { drawScene, placeLandmarks, withDetectedParts, withoutParts } from '../../../tests/support/case-scenes'
import { defineCases, type QuantityCases, type RuleCase } from '../../../tests/support/rule-cases'
import rule from './index'

/** Hair covers one brow with this likelihood everywhere: that is the covered share. */
async function cover(side: Side, share: number): Promise<Scene> {
  const brows = { ...FAULTLESS_PARTS.brows, [side]: createFlatMap(28, 20, share) }
  const parts: DetectedParts = { ...FAULTLESS_PARTS, brows }
  return withDetectedParts(await drawScene(), parts)
}

function casesOf(side: Side): QuantityCases {
  const line = side === 'right' ? LINE.RIGHT_BROW : LINE.LEFT_BROW
  const covered = async (share: number): Promise<RuleCase> => ({ scene: await cover(side, share), value: 1 - share })
  return {
    pass: () => covered(0.02),
    // From a likelihood of 0.2 on, at a covered share of 0.131, it cannot be told.
    near: async () => ({ ...(await covered(0.13)), isLeastCertain: true }),
    fail: async () => {
      const made = await covered(0.6)
      const [outer, inner] = [getPoints(made.scene.face!, line)[1]!, getPoints(made.scene.face!, line)[3]!]
      return { ...made, place: { x: (outer.x + inner.x) / 2, y: (outer.y + inner.y) / 2 + 3 } }
    },
    unknown: async () => {
      const scene = await cover(side, 0.02)
      const { x } = getPoint(scene.face!, line[0])
      return { scene: placeLandmarks(scene, { [line[0]]: { x, y: -1 } }), reason: 'cut-off' }
    },
  }
}

export default defineCases(rule, {
  left: casesOf('left'),
  right: { ...casesOf('right'), unknown: withoutParts },
})
