import { defineRule } from '../../contract/rule'
import { readHeadwear } from './measure'

export default defineRule({
  id: 'headwear',
  needs: ['face', 'parts'],
  group: 'face',
  order: 100,
  live: { step: 'glasses', order: 20, told: 'always' },
  overlay: 'outlines',
  quantities: {
    worn: {
      unit: '',
      limit: {
        oneOf: [false],
        level: 'required',
        clause: '正面免冠',
        quoted: true,
        clauseEn: 'Frontal, bareheaded',
        source: '教毕指〔2017〕99号 一.1、二.4（转载文本）',
        trust: 'C',
      },
    },
  },
  measure: scene => ({ worn: readHeadwear(scene) }),
  frameScore: null,
  text: {
    'zh-CN': {
      worn: {
        title: '免冠',
        fine: '没有看到帽子或头巾。',
        wrong: {
          finding: '头上好像戴着帽子或头巾。',
          advice: '摘下帽子、头巾和发带再拍；因宗教或医疗原因不能摘的，请先问学校。',
          live: '摘下帽子、头巾和发带。',
          stuck: '宽发箍和大发饰也可能被认作帽子；因宗教或医疗原因不能摘的，请先问学校。',
        },
      },
    },
    en: {
      worn: {
        title: 'Bareheaded',
        fine: 'No hat or scarf was seen.',
        wrong: {
          finding: 'A hat or scarf seems to be worn.',
          advice:
            'Take off hat, scarf and hairband; if you can’t for religious or medical reasons, ask the school first.',
          live: 'Take off hat, scarf and hairband.',
          stuck:
            'A broad hairband can look like a hat; if you can’t take it off for religious or medical ' +
            'reasons, ask the school first.',
        },
      },
    },
  },
})
