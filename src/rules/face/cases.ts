import { defineCases } from '../../../tests/support/rule-cases'
import { drawScene } from '../../../tests/support/case-scenes'
import rule from './index'

export default defineCases(rule, {
  count: {
    pass: async () => ({ scene: await drawScene(), value: 1 }),
    // Minimum and maximum are the same: one face is as near as can be.
    near: async () => ({ scene: await drawScene(), value: 1 }),
    fail: async () => ({ scene: { ...(await drawScene()), faceCount: 2 }, value: 2 }),
    unknown: async () => ({ scene: { ...(await drawScene()), faceCount: null }, reason: 'not-run' }),
  },
})
