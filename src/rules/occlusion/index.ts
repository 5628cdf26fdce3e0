import { defineRule } from '../../contract/rule'
import { MIN_COVERED_RATIO, readCoveredShare } from './measure'

export default defineRule({
  id: 'occlusion',
  needs: ['face', 'parts'],
  group: 'face',
  order: 110,
  live: { step: 'glasses', order: 30, told: 'always' },
  overlay: 'outlines',
  quantities: {
    share: {
      unit: 'ratio',
      limit: {
        max: MIN_COVERED_RATIO,
        level: 'required',
        clause: '不得遮挡脸部',
        clauseEn: 'Nothing may cover the face',
        source: '教毕指〔2017〕99号 二.4（转载文本）',
        trust: 'C',
        reading: {
          'zh-CN': '条文没有数字。我们看眼睛以下的脸被口罩、手或物件挡住了多少。',
          en: 'The notice gives no number. We look at how much of the face a mask, a hand or a thing covers.',
        },
        measurement:
          'a little below the smallest covering that the network was trained to tell: training/covering/draw.py; ' +
          'npm run accuracy:covering',
      },
    },
  },
  measure: scene => ({ share: readCoveredShare(scene) }),
  frameScore: null,
  text: {
    'zh-CN': {
      share: {
        title: '面部无遮挡',
        measure: '遮住的部分',
        fine: '脸上没有遮挡。',
        high: {
          finding: '脸被遮住了 {value}，最多 {max}。',
          advice: '拿开手、口罩或其他东西，露出整张脸。',
          live: '露出整张脸，拿开手和口罩。',
        },
      },
    },
    en: {
      share: {
        title: 'Nothing over the face',
        measure: 'Covered part',
        fine: 'Nothing covers the face.',
        high: {
          finding: 'Something covers {value} of the face, at most {max}.',
          advice: 'Take hand, mask or anything else away so that the whole face shows.',
          live: 'Show the whole face: no hand, no mask.',
        },
      },
    },
  },
})
