import { drawScene, redrawMask } from '../../../tests/support/case-scenes'
import { defineCases, type RuleCase } from '../../../tests/support/rule-cases'
import rule from './index'

/** Clothes in one colour before the light blue wall (#64C5FF). */
const wear = async (clothes: string, contrast: number): Promise<RuleCase> => ({
  scene: await drawScene({ clothes }),
  value: contrast,
  tolerance: 0.3,
})

export default defineCases(rule, {
  contrast: {
    pass: async () => ({ scene: await drawScene(), value: 57.5 }),
    near: () => wear('#a0c8e0', 9),
    fail: () => wear('#74d0ff', 3.7),
    // The picture ends at the chin: no edge of clothes is seen.
    unknown: async () => ({
      scene: redrawMask(await drawScene(), ({ y }, confidence) => (y > 420 ? 0 : confidence)),
      reason: 'cut-off',
    }),
  },
})
