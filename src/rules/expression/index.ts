import type { Reading } from '../../contract/reading'
import { defineRule } from '../../contract/rule'
import type { Scene } from '../../contract/scene'
import { shareOfLimit } from '../../lib/frame-score'
import { distance, interEyeDistance, midpoint, getPoint, POINT } from '../../lib/landmarks'

/** Median and standard deviation in neutral faces (portraits labelled lips closed; npm run accuracy). */
const CORNER_LIFT = { neutral: 0.0, spread: 0.09 }
const MOUTH_WIDTH = { neutral: 0.82, spread: 0.12 }
const BROW_HEIGHT = { neutral: 0.36, spread: 0.1 }

/**
 * Deviation from a neutral face: lifted or widened mouth corners, raised brows, each in standard deviations of neutral
 * faces; their root mean square, scaled so that 1 is far outside. All ratios are relative to the person's own face.
 */
function readDeparture({ face }: Scene): Reading {
  if (Math.abs(face!.pose.yaw) > 20) return { unknown: 'turned' }
  const at = (index: number): { x: number; y: number } => getPoint(face!, index)
  const unit = interEyeDistance(face!)
  const width = distance(at(POINT.MOUTH_RIGHT), at(POINT.MOUTH_LEFT))
  const corners = midpoint(at(POINT.MOUTH_RIGHT), at(POINT.MOUTH_LEFT))
  const lips = midpoint(at(POINT.LIP_INNER_TOP), at(POINT.LIP_INNER_BOTTOM))
  const brows = (distance(at(105), at(159)) + distance(at(334), at(386))) / 2
  const off = (value: number, { neutral, spread }: { neutral: number; spread: number }): number =>
    Math.max(0, (value - neutral) / spread)
  const parts = [
    off((lips.y - corners.y) / width, CORNER_LIFT),
    off(width / unit, MOUTH_WIDTH),
    off(brows / unit, BROW_HEIGHT),
  ]
  return { value: Math.hypot(...parts) / 4 }
}

export default defineRule({
  id: 'expression',
  needs: ['face'],
  landmarksOnly: true,
  group: 'face',
  order: 80,
  live: { step: 'expression', order: 40, told: 'always' },
  overlay: null,
  quantities: {
    departure: {
      unit: 'ratio',
      limit: {
        max: 0.43,
        near: 0.05,
        level: 'advised',
        clause: '表情自然',
        clauseEn: 'A natural expression',
        source: '教毕指〔2017〕99号 二.2（转载文本）',
        trust: 'C',
        reading: {
          'zh-CN': '条文没有数字，所以这一项只作提醒。',
          en: 'The notice gives no number, so this is advice only.',
        },
        measurement:
          'faces that eyes call natural give up to 0.38, nine in ten broad grins from 0.53 ' +
          '(npm run accuracy:rules over us-train)',
      },
    },
  },
  measure: scene => ({ departure: readDeparture(scene) }),
  frameScore: ({ departure }) => -shareOfLimit(departure),
  text: {
    'zh-CN': {
      departure: {
        title: '表情自然',
        measure: '和平静的表情相差',
        fine: '表情自然。',
        high: {
          finding: '表情幅度偏大。',
          advice: '放松面部，不大笑、不抬眉，微微带一点笑意就好。',
        },
      },
    },
    en: {
      departure: {
        title: 'Natural expression',
        measure: 'Away from a calm face',
        fine: 'A natural expression.',
        high: {
          finding: 'The expression is rather strong.',
          advice: 'Relax your face: a slight smile is fine, no laughing, no raised eyebrows.',
        },
      },
    },
  },
})
