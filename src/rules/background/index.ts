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
        source: `${SOURCE}; no tolerance is published; 16 lies below the common app blue #438EDB (16.5)`,
        trust: 'D',
      },
    },
    evenness: {
      unit: 'deltaE',
      limit: {
        max: 8,
        near: 2,
        level: 'required',
        clause: '背景均匀无渐变',
        source:
          `${SOURCE}; no tolerance is published: npm run accuracy over official portraits with painted walls, ` +
          'npm run sweeps over drawn gradients',
        trust: 'D',
      },
    },
    clutter: {
      unit: 'ratio',
      limit: {
        max: 0.02,
        near: 0.01,
        level: 'required',
        clause: '背景不得有阴影、其他人或物',
        source: `${SOURCE}; 2 % of the wall: npm run sweeps, drawn strips and shadows`,
        trust: 'D',
      },
    },
  },
  measure: measureBackground,
  frameScore: null,
  text: { 'zh-CN': zhCN, en },
})
