import type { Limit } from '../../contract/limit'
import { defineRule } from '../../contract/rule'
import { eyebrowVisible } from './measure'

/** Under a half is covered by more than stray hairs; the band where it can't be told lies around it. */
const limit: Limit = { min: 0.55, level: 'required', clause: '头发不得遮挡眉毛、眼睛、耳朵', source: '教毕指〔2017〕99号 二.4（转载文本）; npm run accuracy over portraits labelled by eye', trust: 'C' }

export default defineRule({
  id: 'eyebrows',
  needs: ['face'],
  quantities: { left: { unit: 'ratio', limit }, right: { unit: 'ratio', limit } },
  measure: scene => ({ left: eyebrowVisible(scene, 'left'), right: eyebrowVisible(scene, 'right') }),
  text: {
    'zh-CN': {
      left: { title: '左眉露出', fine: '左边眉毛露出来了。', low: { finding: '左边眉毛被头发遮住了（露出约 {value}，至少 {min}）。', advice: '把刘海别开，让整条左眉露出来。' } },
      right: { title: '右眉露出', fine: '右边眉毛露出来了。', low: { finding: '右边眉毛被头发遮住了（露出约 {value}，至少 {min}）。', advice: '把刘海别开，让整条右眉露出来。' } },
    },
    en: {
      left: { title: 'Left eyebrow shown', fine: 'Your left eyebrow shows.', low: { finding: 'Hair covers your left eyebrow (about {value} shows, at least {min}).', advice: 'Pin the fringe aside so that all of the left eyebrow shows.' } },
      right: { title: 'Right eyebrow shown', fine: 'Your right eyebrow shows.', low: { finding: 'Hair covers your right eyebrow (about {value} shows, at least {min}).', advice: 'Pin the fringe aside so that all of the right eyebrow shows.' } },
    },
  },
})
