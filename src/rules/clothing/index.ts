import { defineRule } from '../../contract/rule'
import { measureContrast } from './measure'

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
        clauseEn: 'Clothes differ clearly from the background in colour',
        source: '教毕指〔2017〕99号 二.5（转载文本）',
        trust: 'C',
        reading: {
          'zh-CN': '条文没有数字。衣服和背景的色差小于 8 时，一眼已很难看出边界。',
          en: 'The notice gives no number. Below a colour difference of about 8 the edge is hard to see at a glance.',
        },
        measurement: 'below about 8 an edge is hard to see at a glance',
      },
    },
  },
  measure: scene => ({ contrast: measureContrast(scene) }),
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
          'cut-off': {
            finding: '画面里看不到衣服与背景相接的地方。',
            advice: '离镜头远一点，让肩膀完整入镜再拍；或者自己看一看：衣服和背景一眼分得开就行。',
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
          'cut-off': {
            finding: 'The photo shows no place where the clothes meet the background.',
            advice:
              'Step back until the shoulders are fully in the photo; or look yourself: if clothes and background are ' +
              'easy to tell apart, it is fine.',
          },
        },
      },
    },
  },
})
