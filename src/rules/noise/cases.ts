import { drawScene, shrinkFace } from '../../../tests/support/case-scenes'
import { defineCases, type RuleCase } from '../../../tests/support/rule-cases'
import rule from './index'

/** Grain of `drawn` levels reads as `level`: the portrait's light scales it. */
const grain = async (drawn: number, level: number): Promise<RuleCase> => ({
  scene: await drawScene({ noise: drawn }),
  value: level,
  tolerance: 0.1 * level,
})

export default defineCases(rule, {
  level: {
    pass: () => grain(3, 2.7),
    near: () => grain(9, 7.4),
    fail: () => grain(12, 10.1),
    unknown: async () => ({ scene: shrinkFace(await drawScene(), 0.08), reason: 'too-small' }),
  },
})
