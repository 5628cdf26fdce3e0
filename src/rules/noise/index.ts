import type { Reading } from '../../contract/reading'
import { defineRule } from '../../contract/rule'
import type { Scene } from '../../contract/scene'
import { forEachPixel } from '../../lib/polygon'
import { getSkinPolygon } from '../../lib/skin'
import { median } from '../../lib/stats'

/**
 * Standard deviation of the green channel's noise in the flattest skin (cheeks, forehead), in 8-bit levels, by
 * Immerkaer's operator (Computer Vision and Image Understanding 64, 1996), which ignores planar shading. Per patch the
 * median of the absolute responses.
 */
function readNoiseLevel({ face, head }: Scene): Reading {
  const { width, height, data } = head!.pixels
  const levels = (['rightCheek', 'leftCheek', 'rightForehead', 'leftForehead'] as const).flatMap(patch => {
    const answers: number[] = []
    forEachPixel(getSkinPolygon(face!, patch), head!, (at, column, row) => {
      // Every fourth pixel is enough; each response covers its neighbours.
      if ((column | row) & 1 || column < 1 || row < 1 || column >= width - 1 || row >= height - 1) return
      const g = (dx: number, dy: number): number => data[at + 1 + 4 * (dy * width + dx)]!
      answers.push(
        Math.abs(
          g(-1, -1) -
            2 * g(0, -1) +
            g(1, -1) -
            2 * g(-1, 0) +
            4 * g(0, 0) -
            2 * g(1, 0) +
            g(-1, 1) -
            2 * g(0, 1) +
            g(1, 1),
        ),
      )
    })
    // The operator's response to unit noise has standard deviation 6; 1.4826 converts a median to a standard deviation.
    return answers.length >= 15 ? [(1.4826 * median(answers)) / 6] : []
  })
  return levels.length ? { value: Math.min(...levels) } : { unknown: 'too-small' }
}

export default defineRule({
  id: 'noise',
  needs: ['face'],
  group: 'picture',
  order: 20,
  live: { step: 'light', order: 30, told: 'always' },
  overlay: null,
  quantities: {
    level: {
      unit: 'levels',
      limit: {
        max: 8,
        near: 2,
        level: 'advised',
        clause: '人像清晰，层次丰富，无明显畸变',
        clauseEn: 'A clear portrait, rich in tones, without evident distortion',
        source: '教毕指〔2017〕99号 一.3（转载文本）',
        trust: 'C',
        reading: {
          'zh-CN': '条文没有数字。噪点比合格的官方证件照都多时，我们算不清晰。',
          en: 'The notice gives no number. The limit is more grain than any official portrait has.',
        },
        measurement: 'npm run accuracy over official portraits',
      },
    },
  },
  measure: scene => ({ level: readNoiseLevel(scene) }),
  frameScore: null,
  text: {
    'zh-CN': {
      level: {
        title: '噪点',
        fine: '画面干净。',
        high: {
          finding: '画面噪点多。',
          advice: '在更亮的光线下拍；不要用夜景模式或数码变焦。',
          live: '光线再亮一些，关掉夜景模式。',
        },
      },
    },
    en: {
      level: {
        title: 'Grain',
        fine: 'The photo is clean.',
        high: {
          finding: 'The photo is grainy.',
          advice: 'Take it in brighter light, without night mode or digital zoom.',
          live: 'More light, no night mode.',
        },
      },
    },
  },
})
