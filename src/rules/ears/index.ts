import type { Limit } from '../../contract/limit'
import { defineRule } from '../../contract/rule'
import { readEar } from './measure'

/** Half of the ear visible; the unknown band surrounds this limit. */
const limit: Limit = {
  min: 0.5,
  level: 'required',
  clause: '头发不得遮挡眉毛、眼睛、耳朵',
  clauseEn: 'Hair must not cover eyebrows, eyes or ears',
  source: '教毕指〔2017〕99号 二.4（转载文本）',
  trust: 'C',
  reading: {
    'zh-CN': '能看到耳朵轮廓的一半以上，我们算露出。',
    en: 'We count an ear as shown where more than half of its outline is seen.',
  },
  measurement: '“more than half of the outline” as in labelling by eye: npm run accuracy',
}

export default defineRule({
  id: 'ears',
  needs: ['face', 'parts'],
  group: 'face',
  order: 40,
  live: { step: 'hair', order: 10, told: 'always' },
  overlay: 'outlines',
  quantities: { left: { unit: 'ratio', limit }, right: { unit: 'ratio', limit } },
  measure: scene => ({ left: readEar(scene, 'left'), right: readEar(scene, 'right') }),
  frameScore: null,
  text: {
    'zh-CN': {
      left: {
        title: '左耳露出',
        fine: '左耳露出来了。',
        low: {
          finding: '左耳被遮住了，只露出约 {value}，至少要 {min}。',
          advice: '把头发别到耳后，让整只左耳露出来。',
          live: '把头发别到左耳后。',
          stuck: '用发夹或皮筋把左边的头发固定在耳后，脸正对镜头，让整只左耳露出来。',
        },
      },
      right: {
        title: '右耳露出',
        fine: '右耳露出来了。',
        low: {
          finding: '右耳被遮住了，只露出约 {value}，至少要 {min}。',
          advice: '把头发别到耳后，让整只右耳露出来。',
          live: '把头发别到右耳后。',
          stuck: '用发夹或皮筋把右边的头发固定在耳后，脸正对镜头，让整只右耳露出来。',
        },
      },
    },
    en: {
      left: {
        title: 'Left ear shown',
        fine: 'Your left ear shows.',
        low: {
          finding: 'Your left ear is hidden (about {value} shows, at least {min}).',
          advice: 'Tuck the hair behind your left ear so that all of it shows.',
          live: 'Tuck your hair behind your left ear.',
          stuck: 'Pin the hair back on your left and face the camera, so that all of the left ear shows.',
        },
      },
      right: {
        title: 'Right ear shown',
        fine: 'Your right ear shows.',
        low: {
          finding: 'Your right ear is hidden (about {value} shows, at least {min}).',
          advice: 'Tuck the hair behind your right ear so that all of it shows.',
          live: 'Tuck your hair behind your right ear.',
          stuck: 'Pin the hair back on your right and face the camera, so that all of the right ear shows.',
        },
      },
    },
  },
})
