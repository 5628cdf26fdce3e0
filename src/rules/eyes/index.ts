import type { Reading } from '../../contract/reading'
import type { Limit } from '../../contract/limit'
import { defineRule } from '../../contract/rule'
import type { Scene } from '../../contract/scene'
import { valueOrLimit } from '../../lib/frame-score'
import { distance, eyeWidth, LINE, getPoint, getPoints } from '../../lib/landmarks'

/** Landmark pairs of upper and lower lid, three per eye. */
const LID_PAIRS = {
  right: [
    [160, 144],
    [159, 145],
    [158, 153],
  ],
  left: [
    [387, 373],
    [386, 374],
    [385, 380],
  ],
} as const

/**
 * Widest lid gap divided by the eye's own width, so that narrow eyes and monolids don't count as closed (the ISO
 * measure divides by the face's height).
 */
function readLidGap({ face }: Scene, side: 'left' | 'right'): Reading {
  const width = eyeWidth(face!, side)
  const gap = Math.max(
    ...LID_PAIRS[side].map(([upper, lower]) => distance(getPoint(face!, upper), getPoint(face!, lower))),
  )
  return width < 6
    ? { unknown: 'too-small' }
    : { value: gap / width, regions: [getPoints(face!, side === 'right' ? LINE.RIGHT_EYE : LINE.LEFT_EYE)] }
}

/** Lid gap from which eyes count as wide open; wider gives no better frame score. */
const WIDE_OPEN = 0.3

const limit: Limit = {
  min: 0.13,
  near: 0.03,
  level: 'required',
  clause: '双眼自然睁开',
  clauseEn: 'Both eyes naturally open',
  source: '教毕指〔2017〕99号 二.2（转载文本）',
  trust: 'C',
  reading: {
    'zh-CN': '条文没有数字。我们量眼睑张开的高度和这只眼睛宽度之比，所以眼睛小、单眼皮不吃亏。',
    en: 'The notice gives no number. We measure the gap of the lids against that eye’s own width.',
  },
  measurement:
    '0.13: closed eyes of drawn portraits stay below, npm run accuracy over portraits of open eyes stays above',
}

export default defineRule({
  id: 'eyes',
  needs: ['face'],
  landmarksOnly: true,
  group: 'face',
  order: 60,
  live: { step: 'expression', order: 10, told: 'always' },
  overlay: 'outlines',
  quantities: { left: { unit: 'ratio', limit }, right: { unit: 'ratio', limit } },
  measure: scene => ({ left: readLidGap(scene, 'left'), right: readLidGap(scene, 'right') }),
  frameScore: ({ left, right }) => Math.min(1, Math.min(valueOrLimit(left), valueOrLimit(right)) / WIDE_OPEN),
  text: {
    'zh-CN': {
      left: {
        title: '左眼睁开',
        measure: '眼睛的高比宽',
        fine: '左眼自然睁开。',
        low: {
          finding: '左眼没有睁开。',
          advice: '自然睁开双眼，看着镜头再拍一张。',
          live: '睁开眼睛，看着镜头。',
          stuck: '眨几下眼再看镜头；光太刺眼就离灯远一点。',
        },
      },
      right: {
        title: '右眼睁开',
        measure: '眼睛的高比宽',
        fine: '右眼自然睁开。',
        low: {
          finding: '右眼没有睁开。',
          advice: '自然睁开双眼，看着镜头再拍一张。',
          live: '睁开眼睛，看着镜头。',
          stuck: '眨几下眼再看镜头；光太刺眼就离灯远一点。',
        },
      },
    },
    en: {
      left: {
        title: 'Left eye open',
        measure: 'Height to width of the eye',
        fine: 'Your left eye is open.',
        low: {
          finding: 'Your left eye is not open.',
          advice: 'Open both eyes naturally, look at the camera and take it again.',
          live: 'Open your eyes, look at the lens.',
          stuck: 'Blink a few times and look at the lens; if the light is too strong, move away from it.',
        },
      },
      right: {
        title: 'Right eye open',
        measure: 'Height to width of the eye',
        fine: 'Your right eye is open.',
        low: {
          finding: 'Your right eye is not open.',
          advice: 'Open both eyes naturally, look at the camera and take it again.',
          live: 'Open your eyes, look at the lens.',
          stuck: 'Blink a few times and look at the lens; if the light is too strong, move away from it.',
        },
      },
    },
  },
})
