import { defineRule } from '../../contract/rule'
import { measureLighting } from './measure'
import { en, zhCN } from './text'

const SOURCE = '教毕指〔2017〕99号 三.1（转载文本），未给数字'

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
        source:
          `${SOURCE}; eyes call up to 2.8:1 gentle modelling and 2.4:1 upwards plainly one-sided ` +
          '(npm run accuracy:rules over us-train and large, labels-look.csv)',
        trust: 'D',
      },
    },
    exposure: {
      unit: 'L*',
      limit: {
        min: 27,
        max: 72,
        near: 3,
        level: 'required',
        clause: '脸部曝光均匀，不过亮过暗',
        source: `${SOURCE}; about one and a half stops around a grey card's 50; npm run accuracy`,
        trust: 'D',
      },
    },
    highlights: {
      unit: 'ratio',
      limit: {
        max: 0.03,
        near: 0.01,
        level: 'required',
        clause: '无明显可见或不对称的高光、光斑',
        source: `${SOURCE}; npm run accuracy over official portraits`,
        trust: 'D',
      },
    },
    cast: {
      unit: 'deltaE',
      limit: {
        max: 18,
        near: 3,
        level: 'advised',
        clause: '色彩真实，不偏色',
        source: '教毕指〔2017〕99号 一.3（转载文本）; npm run accuracy over official portraits',
        trust: 'D',
      },
    },
  },
  measure: measureLighting,
  minor: ['exposure'],
  frameScore: null,
  text: { 'zh-CN': zhCN, en },
})
