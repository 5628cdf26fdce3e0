import { defineRule } from '../../contract/rule'
import { LIP_GAP_MODEL, readMouthGap } from './measure'

export default defineRule({
  id: 'mouth',
  needs: ['face', 'parts'],
  group: 'face',
  order: 70,
  live: { step: 'expression', order: 30, told: 'always' },
  overlay: 'outlines',
  quantities: {
    gap: {
      unit: 'ratio',
      limit: {
        max: LIP_GAP_MODEL.middle,
        level: 'required',
        clause: '嘴唇自然闭合',
        quoted: true,
        clauseEn: 'Lips naturally closed',
        source: '教毕指〔2017〕99号 二.2（转载文本）',
        trust: 'C',
        reading: {
          'zh-CN': '条文没有数字。我们量两唇之间的缝，缝大到人眼多半会说“张着”时算没有闭合。',
          en: 'The notice gives no number. We call a mouth open from where most people would.',
        },
        measurement: 'the gap at which portraits labelled by eye are as often open as closed: training/finish.py',
      },
    },
  },
  measure: scene => ({ gap: readMouthGap(scene) }),
  frameScore: null,
  text: {
    'zh-CN': {
      gap: {
        title: '嘴唇闭合',
        measure: '张开的程度',
        fine: '嘴唇自然闭合。',
        high: {
          finding: '嘴张开了，或露出了牙齿。',
          advice: '轻轻闭上嘴，不露牙齿，表情自然。',
          live: '轻轻闭上嘴，不露牙齿。',
          stuck: '放松下巴，嘴唇轻轻碰在一起；可以先抿一下嘴再松开。',
        },
      },
    },
    en: {
      gap: {
        title: 'Lips closed',
        measure: 'How far open',
        fine: 'The lips are closed.',
        high: {
          finding: 'The mouth is open, or teeth show.',
          advice: 'Close your lips gently, no teeth, a natural expression.',
          live: 'Close your lips gently, no teeth.',
          stuck: 'Relax your jaw and let the lips touch; press them once and let go.',
        },
      },
    },
  },
})
