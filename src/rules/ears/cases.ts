import type { DetectedParts, Side } from '../../contract/parts'
import { POINT, getPoint } from '../../lib/landmarks'
import { FAULTLESS_PARTS } from '../../../tests/support/detected-parts'
import { drawScene, placeLandmarks, withDetectedParts, withoutParts } from '../../../tests/support/case-scenes'
import { defineCases, type QuantityCases, type RuleCase } from '../../../tests/support/rule-cases'
import rule from './index'

/** What is found where `visible` of one ear shows and all of the other. */
function withEar(side: Side, visible: number): DetectedParts {
  return { ...FAULTLESS_PARTS, ears: { ...FAULTLESS_PARTS.ears, [side]: { ...FAULTLESS_PARTS.ears[side], visible } } }
}

function casesOf(side: Side): QuantityCases {
  const shown = async (visible: number): Promise<RuleCase> => ({
    scene: withDetectedParts(await drawScene(), withEar(side, visible)),
    value: visible,
  })
  return {
    pass: () => shown(0.98),
    // Between 0.2 and 0.8 it cannot be told: this is the least that passes.
    near: async () => ({ ...(await shown(0.8)), isLeastCertain: true }),
    fail: () => shown(0.2),
    unknown: async () => {
      const scene = withDetectedParts(await drawScene(), withEar(side, 0.98))
      const cheek = side === 'right' ? POINT.RIGHT_CHEEK : POINT.LEFT_CHEEK
      const beyond = { x: side === 'right' ? -1 : scene.width + 1, y: getPoint(scene.face!, cheek).y }
      return { scene: placeLandmarks(scene, { [cheek]: beyond }), reason: 'cut-off' }
    },
  }
}

export default defineCases(rule, {
  left: casesOf('left'),
  right: { ...casesOf('right'), unknown: withoutParts },
})
