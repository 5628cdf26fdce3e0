import { defineRule } from '../../contract/rule'
import { measureLighting } from './measure'
import { en, zhCN } from './text'

const SOURCE = '教毕指〔2017〕99号 三.1（转载文本）'

export default defineRule({
  id: 'lighting',
  needs: ['face'],
  group: 'light',
  order: 10,
  live: { step: 'light', order: 10, told: 'always' },
  overlay: 'lighting',
  quantities: {
    balance: {
      unit: 'ratio',
      limit: {
        max: 2.6,
        near: 0.3,
        level: 'required',
        clause: '照明光线均匀，脸部曝光均匀（不得有阴阳脸）',
        clauseEn: 'Even light, the face evenly exposed (no half of it in shadow)',
        source: SOURCE,
        trust: 'C',
        reading: {
          'zh-CN': '条文没有数字。我们比较左右半边脸的亮度，一边明显更暗就是常说的“阴阳脸”；自然的明暗过渡不算。',
          en: 'The notice gives no number. One half of the face plainly darker is too much; gentle modelling is not.',
        },
        measurement:
          'eyes call up to 2.8:1 gentle modelling and 2.4:1 upwards plainly one-sided ' +
          '(npm run accuracy:rules over us-train and large, labels-look.csv)',
      },
    },
    exposure: {
      unit: 'L*',
      limit: {
        min: 27,
        max: 72,
        near: 3,
        level: 'required',
        clause: '脸部曝光均匀',
        clauseEn: 'The face evenly exposed',
        source: SOURCE,
        trust: 'C',
        reading: {
          'zh-CN': '条文没有数字。我们量脸的亮度，离灰卡的 50 上下约一档半以内算正常。',
          en: 'The notice gives no number. We allow about one and a half stops around a grey card’s 50.',
        },
        measurement: 'about one and a half stops around a grey card’s 50; npm run accuracy',
      },
    },
    highlights: {
      unit: 'ratio',
      limit: {
        max: 0.03,
        near: 0.01,
        level: 'required',
        clause: '无明显可见或不对称的高光、光斑',
        clauseEn: 'No visible or uneven highlight or spot of light',
        source: SOURCE,
        trust: 'C',
        reading: {
          'zh-CN': '条文没有数字。界限取自合格的官方证件照：它们脸上的高光都在这之内。',
          en: 'The notice gives no number. The limit is what official portraits stay within.',
        },
        measurement: 'npm run accuracy over official portraits',
      },
    },
    cast: {
      unit: 'deltaE',
      limit: {
        max: 18,
        near: 3,
        level: 'advised',
        clause: '色彩真实',
        clauseEn: 'True colours',
        source: '教毕指〔2017〕99号 一.3（转载文本）',
        trust: 'C',
        reading: {
          'zh-CN': '条文没有数字。界限取自合格的官方证件照：它们的偏色都在这之内。',
          en: 'The notice gives no number. The limit is what official portraits stay within.',
        },
        measurement: 'npm run accuracy over official portraits',
      },
    },
  },
  measure: measureLighting,
  minor: ['exposure'],
  frameScore: null,
  text: { 'zh-CN': zhCN, en },
})
