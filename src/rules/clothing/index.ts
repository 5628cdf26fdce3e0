import type { Reading } from '../../contract/reading'
import { defineRule } from '../../contract/rule'
import type { Scene } from '../../contract/scene'
import { ciede2000 } from '../../lib/ciede2000'
import { labOf } from '../../lib/color'
import { faceWidth } from '../../lib/landmarks'
import { quantile } from '../../lib/stats'
import { findShoulderLine } from '../../lib/shoulders'

/**
 * CIEDE2000 between clothes and wall on both sides of the shoulder line. Uses the lower quartile, because a single
 * place without contrast is visible.
 */
function readContrast({ face, person, whole, width, height }: Scene): Reading {
  const line = findShoulderLine(person!, face!, width, height)
  if (!line) return { unknown: 'ambiguous' }
  const { pixels, x: left, y: top, scale } = whole
  const colourAt = (x: number, y: number): ReturnType<typeof labOf> | null => {
    const [column, row] = [Math.floor((x - left) * scale), Math.floor((y - top) * scale)]
    if (column < 0 || row < 0 || column >= pixels.width || row >= pixels.height) return null
    const at = 4 * (row * pixels.width + column)
    return labOf(pixels.data[at]!, pixels.data[at + 1]!, pixels.data[at + 2]!)
  }
  // Sample far enough from the mask's soft edge that each sample is clearly clothes or wall.
  const step = 0.07 * faceWidth(face!)
  const differences = [...line.left, ...line.right].flatMap(({ x, y }) => {
    const [wall, clothes] = [colourAt(x, y - step), colourAt(x, y + step)]
    return wall && clothes ? [ciede2000(wall, clothes)] : []
  })
  return differences.length < 6
    ? { unknown: 'cut-off' }
    : { value: quantile(differences, 0.25), regions: [[...[...line.right].reverse(), ...line.left]] }
}

export default defineRule({
  id: 'clothing',
  needs: ['face', 'person'],
  group: 'background',
  order: 20,
  live: { step: 'background', order: 20, told: 'once' },
  overlay: 'background',
  quantities: {
    contrast: {
      unit: 'deltaE',
      limit: {
        min: 8,
        near: 2,
        level: 'required',
        clause: '着装颜色与背景色有明显区别',
        source: '教毕指〔2017〕99号 二.5（转载文本）; below about 8 an edge is hard to see at a glance',
        trust: 'D',
      },
    },
  },
  measure: scene => ({ contrast: readContrast(scene) }),
  minor: ['contrast'],
  frameScore: null,
  text: {
    'zh-CN': {
      contrast: {
        title: '衣服与背景',
        measure: '颜色的差别',
        fine: '衣服和背景分得清。',
        low: {
          finding: '衣服和背景的颜色太接近。',
          advice: '换一件与背景颜色差别大的衣服，例如蓝背景不穿蓝色、白背景不穿白色。',
          live: '衣服和背景颜色太像，换一件深浅不同的。',
        },
        unknown: {
          ambiguous: {
            finding: '找不到肩膀上衣服的边缘，多半是长发披肩。',
            advice: '自己看一看：衣服和背景一眼分得开就行；分不开就换一件再拍。',
          },
          'cut-off': {
            finding: '肩膀没有完整地拍进来。',
            advice: '自己看一看：衣服和背景一眼分得开就行；分不开就换一件再拍。',
          },
        },
      },
    },
    en: {
      contrast: {
        title: 'Clothes and background',
        measure: 'Colour between them',
        fine: 'Clothes and background are easy to tell apart.',
        low: {
          finding: 'Clothes and background are too much alike.',
          advice: 'Wear something that stands out from the background: no blue on blue, no white on white.',
          live: 'Clothes and background are too alike; wear something darker or lighter.',
        },
        unknown: {
          ambiguous: {
            finding: 'The edge of the clothes at the shoulders was not found, mostly because long hair lies over it.',
            advice:
              'Look yourself: if clothes and background are easy to tell apart, it is fine; else wear other clothes.',
          },
          'cut-off': {
            finding: 'The shoulders are not fully in the photo.',
            advice:
              'Look yourself: if clothes and background are easy to tell apart, it is fine; else wear other clothes.',
          },
        },
      },
    },
  },
})
