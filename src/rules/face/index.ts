import { defineRule } from '../../contract/rule'

export default defineRule({
  id: 'face',
  needs: [],
  landmarksOnly: true,
  group: 'face',
  order: 10,
  live: { step: 'face', order: 10, told: 'always' },
  overlay: null,
  quantities: {
    count: {
      unit: 'count',
      limit: {
        min: 1,
        max: 1,
        level: 'required',
        clause: '不得有其他人',
        clauseEn: 'No other person',
        source: '教毕指〔2017〕99号 二.1（转载文本）',
        trust: 'C',
      },
    },
  },
  measure: ({ faceCount }) => ({ count: faceCount === null ? { unknown: 'not-run' } : { value: faceCount } }),
  frameScore: null,
  text: {
    'zh-CN': {
      count: {
        title: '只有本人',
        fine: '照片里只有你一个人。',
        low: {
          finding: '没有找到脸。',
          advice: '换一张正面、光线充足、没有遮挡的照片。',
          live: '站到镜头前，让脸进入画面。',
          stuck: '靠近一点、面朝镜头，光线亮一些；遮住脸的东西先拿开。',
        },
        high: {
          finding: '照片里不止一张脸（{value}）。',
          advice: '请只拍本人；背景里的画像和海报也会被认作脸。',
          live: '画面里只能有你一个人。',
          stuck: '请旁边的人走出画面；墙上的画像、海报和镜子也会被认作脸。',
        },
      },
    },
    en: {
      count: {
        title: 'Only you',
        fine: 'Only you are in the photo.',
        low: {
          finding: 'No face was found.',
          advice: 'Choose a frontal photo in good light with nothing over the face.',
          live: 'Step in front of the camera.',
          stuck: 'Come closer, face the camera in brighter light, and take away whatever covers the face.',
        },
        high: {
          finding: 'There is more than one face ({value}).',
          advice: 'Only you may be in the picture; a portrait or poster behind you counts too.',
          live: 'Only you may be in the picture.',
          stuck: 'Ask others to step out; portraits, posters and mirrors on the wall count as faces too.',
        },
      },
    },
  },
})
