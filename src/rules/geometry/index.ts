import { defineRule } from '../../contract/rule'
import { measureGeometry } from './measure'
import { en, zhCN } from './text'

const SOURCE = '教毕指〔2017〕99号 四.2（转载文本，各份一致）'

export default defineRule({
  id: 'geometry',
  needs: ['face', 'crop'],
  group: 'position',
  order: 10,
  live: { step: 'position', order: 10, told: 'always' },
  overlay: null,
  quantities: {
    'head-top': {
      unit: 'px',
      limit: {
        min: 50,
        max: 110,
        near: 3,
        level: 'required',
        clause: '头顶发际距上边沿 50-110 像素',
        clauseEn: 'The top of the hair is 50-110 px from the upper edge',
        source: SOURCE,
        trust: 'C',
      },
    },
    'eye-line': {
      unit: 'px',
      limit: {
        min: 200,
        max: 300,
        near: 3,
        level: 'required',
        clause: '眼睛所在位置距上边沿 200-300 像素',
        clauseEn: 'The eyes are 200-300 px from the upper edge',
        source: SOURCE,
        trust: 'C',
      },
    },
    'face-width': {
      unit: 'px',
      limit: {
        min: 180,
        max: 300,
        near: 3,
        level: 'required',
        clause: '脸部宽度（两脸颊之间）180-300 像素',
        clauseEn: 'The face, from cheek to cheek, is 180-300 px wide',
        source: SOURCE,
        trust: 'C',
      },
    },
    // The clause gives no number; an offset becomes visible at about 5 % of the width.
    centre: {
      unit: 'px',
      limit: {
        min: -24,
        max: 24,
        near: 4,
        level: 'required',
        clause: '人像在水平方向居中，左右对称',
        clauseEn: 'The portrait stands in the middle from left to right, and is symmetrical',
        source: SOURCE,
        trust: 'C',
        reading: {
          'zh-CN': '条文没有写容许偏多少。偏过画面宽度的 5%（24 像素）时，肉眼能看出来。',
          en: 'The notice gives no tolerance. An offset shows from about 5 % of the width (24 px).',
        },
        measurement: '24 px = 5 % of the width',
      },
    },
    shoulders: {
      unit: 'deg',
      limit: {
        min: -6,
        max: 6,
        level: 'advised',
        clause: '左右肩膀平衡',
        quoted: true,
        clauseEn: 'Left and right shoulder level',
        source: '教毕指〔2017〕99号 二.2（转载文本）',
        trust: 'C',
        reading: {
          'zh-CN': '条文没有写容许斜多少。我们容许 6 度。',
          en: 'The notice gives no tolerance. We allow 6 degrees.',
        },
      },
    },
  },
  measure: measureGeometry,
  frameScore: null,
  text: { 'zh-CN': zhCN, en },
})
