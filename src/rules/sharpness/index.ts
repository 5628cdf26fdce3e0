import { defineRule } from '../../contract/rule'
import { valueOrLimit } from '../../lib/frame-score'
import { MIN_SHARPNESS, measureSharpness } from '../../lib/sharpness'

/** Spread of detail among sharp portraits (npm run accuracy): the unit for comparing frames. */
const DETAIL_SPREAD = 0.3

export default defineRule({
  id: 'sharpness',
  needs: ['face'],
  group: 'picture',
  order: 10,
  live: { step: 'focus', order: 10, told: 'always' },
  overlay: null,
  quantities: {
    detail: {
      unit: 'detail',
      limit: {
        min: MIN_SHARPNESS,
        near: 0.08,
        level: 'required',
        clause: '人像清晰，层次丰富',
        clauseEn: 'A clear portrait, rich in tones',
        source: '教毕指〔2017〕99号 一.3（转载文本）',
        trust: 'C',
        reading: {
          'zh-CN': '条文没有数字。我们量边缘过渡有多宽，再和 306 张证件照相比。',
          en: 'The notice gives no number. We measure how wide edges are, beside those of 306 portraits.',
        },
        measurement:
          '306 portraits give 1.26 to 1.9 (npm run accuracy), drawn blur runs from 1.96 to 1.25 (npm run sweeps)',
      },
    },
  },
  measure: scene => ({ detail: measureSharpness(scene) }),
  frameScore: ({ detail }) => valueOrLimit(detail) / DETAIL_SPREAD,
  text: {
    'zh-CN': {
      detail: {
        title: '清晰度',
        measure: '细节',
        fine: '照片清晰。',
        low: {
          finding: '照片不够清晰。',
          advice: '擦净镜头，点按脸部对焦，拿稳再拍；不要用放大过或翻拍的照片。',
          live: '画面不清晰：擦擦镜头，拿稳一点。',
          stuck: '把手机架稳，光线亮一些；镜头离脸至少半米才对得上焦。',
        },
      },
    },
    en: {
      detail: {
        title: 'Sharpness',
        measure: 'Detail',
        fine: 'The photo is sharp.',
        low: {
          finding: 'The photo is not sharp enough.',
          advice:
            'Wipe the lens, tap the face to focus and hold still; don’t use an enlarged photo or a photo of a print.',
          live: 'Not sharp: wipe the lens, hold it steady.',
          stuck: 'Prop the phone up in brighter light; closer than half a metre it can’t focus.',
        },
      },
    },
  },
})
