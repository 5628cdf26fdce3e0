import type { Limit } from '../../contract/limit'
import { defineRule } from '../../contract/rule'
import { readEyebrow } from './measure'

/**
 * Labels call a brow covered from a third of it and free up to a tenth; the limit is in between, with the unknown band
 * around it.
 */
const limit: Limit = {
  min: 0.8,
  level: 'required',
  clause: '头发不得遮挡眉毛、眼睛、耳朵',
  clauseEn: 'Hair must not cover eyebrows, eyes or ears',
  source: '教毕指〔2017〕99号 二.4（转载文本）',
  trust: 'C',
  reading: {
    'zh-CN': '条文没有数字。我们看眉毛有多大一部分露在外面。',
    en: 'The notice gives no number. We look at how much of the eyebrow can be seen.',
  },
  measurement: 'training/losses.py',
}

export default defineRule({
  id: 'eyebrows',
  needs: ['face', 'parts'],
  group: 'face',
  order: 50,
  live: { step: 'hair', order: 20, told: 'always' },
  overlay: 'outlines',
  quantities: { left: { unit: 'ratio', limit }, right: { unit: 'ratio', limit } },
  measure: scene => ({ left: readEyebrow(scene, 'left'), right: readEyebrow(scene, 'right') }),
  frameScore: null,
  text: {
    'zh-CN': {
      left: {
        title: '左眉露出',
        fine: '左边眉毛露出来了。',
        low: {
          finding: '左边眉毛被头发遮住了，只露出约 {value}，至少要 {min}。',
          advice: '把刘海别开，让整条左眉露出来。',
          live: '把刘海拨开，露出左眉。',
          stuck: '用发夹把刘海别到一边或往上梳，让整条左眉露出来。',
        },
      },
      right: {
        title: '右眉露出',
        fine: '右边眉毛露出来了。',
        low: {
          finding: '右边眉毛被头发遮住了，只露出约 {value}，至少要 {min}。',
          advice: '把刘海别开，让整条右眉露出来。',
          live: '把刘海拨开，露出右眉。',
          stuck: '用发夹把刘海别到一边或往上梳，让整条右眉露出来。',
        },
      },
    },
    en: {
      left: {
        title: 'Left eyebrow shown',
        fine: 'Your left eyebrow shows.',
        low: {
          finding: 'Hair covers your left eyebrow (about {value} shows, at least {min}).',
          advice: 'Pin the fringe aside so that all of the left eyebrow shows.',
          live: 'Brush your fringe off the left eyebrow.',
          stuck: 'Pin the fringe aside or up, so that all of the left eyebrow shows.',
        },
      },
      right: {
        title: 'Right eyebrow shown',
        fine: 'Your right eyebrow shows.',
        low: {
          finding: 'Hair covers your right eyebrow (about {value} shows, at least {min}).',
          advice: 'Pin the fringe aside so that all of the right eyebrow shows.',
          live: 'Brush your fringe off the right eyebrow.',
          stuck: 'Pin the fringe aside or up, so that all of the right eyebrow shows.',
        },
      },
    },
  },
})
