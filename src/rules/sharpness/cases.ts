import { drawScene, shrinkFace } from '../../../tests/support/case-scenes'
import { defineCases, type RuleCase } from '../../../tests/support/rule-cases'
import rule from './index'

const blur = async (deviation: number, detail: number): Promise<RuleCase> => ({
  scene: await drawScene({ blur: deviation }),
  value: detail,
})

export default defineCases(rule, {
  detail: {
    pass: () => blur(0, 1.95),
    near: () => blur(2.5, 1.33),
    fail: () => blur(3.5, 1.22),
    // A face narrower than 110 px holds less than the fixed width shows.
    unknown: async () => ({ scene: shrinkFace(await drawScene(), 0.35), reason: 'too-small' }),
  },
})
