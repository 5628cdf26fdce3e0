import { defineRule } from '../../contract/rule'
import { measureBackground } from './measure'
import { en, zhCN } from './text'

const SOURCE = '教毕指〔2017〕99号 二.1（转载文本）'

export default defineRule({
  id: 'background',
  needs: ['face', 'person'],
  group: 'background',
  order: 10,
  live: { step: 'background', order: 10, told: 'once' },
  overlay: 'background',
  quantities: {
    colour: {
      unit: 'deltaE',
      limit: {
        max: 16,
        near: 4,
        references: ['#64C5FF', '#FFFFFF', '#F0F0F0'],
        level: 'required',
        clause: '浅蓝 RGB<100,197,255>、白 RGB<255,255,255>、浅灰 RGB<240,240,240>（参考值）',
        clauseEn: 'Light blue <100,197,255>, white <255,255,255>, light grey <240,240,240>',
        source: SOURCE,
        trust: 'C',
        reading: {
          'zh-CN': '条文没有写容许差多少。我们容许色差 16；常见软件的蓝底差 16.5。',
          en: 'The notice gives no tolerance. We allow a colour difference of 16; the usual app blue is 16.5 away.',
        },
        measurement: '16 lies below the common app blue #438EDB (16.5)',
      },
    },
    evenness: {
      unit: 'deltaE',
      limit: {
        max: 3.3,
        near: 0.8,
        level: 'required',
        clause: '均匀无渐变',
        quoted: true,
        clauseEn: 'Even, without a gradient',
        source: SOURCE,
        trust: 'C',
        reading: {
          'zh-CN': '条文没有数字。我们比较背景各处的颜色，差到肉眼明显时算不均匀。',
          en: 'The notice gives no number. We call a wall uneven from where the eye plainly sees it.',
        },
        measurement:
          'of 118 backgrounds that eyes call uneven none gives less than 3.8 ' +
          '(npm run accuracy:rules over us-train); drawn gradients: npm run sweeps',
      },
    },
    clutter: {
      unit: 'ratio',
      limit: {
        max: 0.02,
        near: 0.01,
        level: 'required',
        clause: '背景不得有阴影、其他人或物',
        clauseEn: 'No shadow, other person or object in the background',
        source: SOURCE,
        trust: 'C',
        reading: {
          'zh-CN': '影子、门框、物件占背景 2% 以上时，我们算背景不干净。',
          en: 'We call the wall not clean where shadows, frames or objects take more than 2 % of it.',
        },
        measurement: '2 % of the wall: npm run sweeps, drawn strips and shadows',
      },
    },
    frame: {
      unit: '',
      limit: {
        oneOf: ['none'],
        level: 'required',
        clause: '照片只有人像，不得有边框、文字、图案',
        clauseEn: 'Nothing but the person: no frame, writing or pattern',
        source: '教毕指〔2017〕99号 一.4（转载文本）',
        trust: 'C',
      },
    },
  },
  measure: measureBackground,
  frameScore: null,
  text: { 'zh-CN': zhCN, en },
})
