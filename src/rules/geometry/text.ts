import type { QuantityText } from '../../contract/rule'
import type { GeometryQuantity } from './measure'

type Texts = Readonly<Record<GeometryQuantity, QuantityText>>

export const zhCN: Texts = {
  'head-top': {
    title: '头顶位置',
    fine: '头顶（含头发）到上边缘 {value}，要求 {min}–{max}。',
    unknown: {
      'cut-off': {
        finding: '头发碰到了照片的上边缘。',
        advice: '离镜头远一点，头顶上方多留一些空间，再拍一张。',
      },
    },
    low: {
      finding: '头顶（含头发）到上边缘太近：{value}，至少 {min}。',
      advice: '头顶上方多留一些空间，再拍一张。',
      live: '头顶上方多留一点空间。',
      stuck: '把镜头抬高一点，或退后一步。',
    },
    high: {
      finding: '头顶（含头发）到上边缘太远：{value}，最多 {max}。',
      advice: '离镜头近一点，或把镜头放低一点。',
      live: '靠近一点，或把镜头放低一点。',
      stuck: '往前走半步，让头和肩膀填满虚线人像。',
    },
  },
  'eye-line': {
    title: '眼睛位置',
    fine: '眼睛到上边缘 {value}，要求 {min}–{max}。',
    low: {
      finding: '眼睛太靠上：{value}，至少 {min}。',
      advice: '头顶上方多留一些空间。',
      live: '把镜头抬高一点。',
      stuck: '让眼睛对准虚线人像的眼睛。',
    },
    high: {
      finding: '眼睛太靠下：{value}，最多 {max}。',
      advice: '画面下方多留一些身体，露出肩膀和上胸。',
      live: '把镜头放低一点，露出肩膀。',
      stuck: '让眼睛对准虚线人像的眼睛。',
    },
  },
  'face-width': {
    title: '脸的宽度',
    fine: '两脸颊之间 {value}，要求 {min}–{max}。',
    low: {
      finding: '脸太小：两脸颊之间 {value}，至少 {min}。',
      advice: '离镜头近一点。',
      live: '靠近一点。',
      stuck: '往前走半步，让脸填满虚线人像。',
    },
    high: {
      finding: '脸太大：两脸颊之间 {value}，最多 {max}。',
      advice: '离镜头远一点，露出肩膀和上胸。',
      live: '退后一点，露出肩膀。',
      stuck: '请人把手机拿远，或把手机架在一米多远的地方。',
    },
  },
  centre: {
    title: '左右居中',
    measure: '偏离正中',
    fine: '脸在画面正中。',
    low: {
      finding: '脸偏向画面左侧 {amount}。',
      advice: '让脸到画面正中，两侧留一样宽的背景。',
      live: '向你的左边挪一点。',
      stuck: '让脸到画面正中，两侧留一样宽的背景；也可以请人转一下镜头。',
    },
    high: {
      finding: '脸偏向画面右侧 {amount}。',
      advice: '让脸到画面正中，两侧留一样宽的背景。',
      live: '向你的右边挪一点。',
      stuck: '让脸到画面正中，两侧留一样宽的背景；也可以请人转一下镜头。',
    },
  },
  shoulders: {
    title: '双肩水平',
    measure: '倾斜',
    fine: '两肩齐平。',
    unknown: {
      ambiguous: {
        finding: '没能找到两边的肩线，多半是长发披肩，或肩膀没有拍全。',
        advice: '自己看一看两肩是不是一样高；不一样高就坐直再拍一张。',
      },
    },
    low: { finding: '右肩比左肩低 {amount}。', advice: '坐直，放松双肩，让两肩一样高。' },
    high: { finding: '左肩比右肩低 {amount}。', advice: '坐直，放松双肩，让两肩一样高。' },
  },
}

export const en: Texts = {
  'head-top': {
    title: 'Top of the head',
    fine: 'The top of the hair is {value} from the top edge; {min} to {max} is asked for.',
    unknown: {
      'cut-off': {
        finding: 'The hair touches the top edge of the photo.',
        advice: 'Move back, leave more room above the head and take it again.',
      },
    },
    low: {
      finding: 'The hair is too close to the top edge: {value}, at least {min}.',
      advice: 'Leave more room above the head and take it again.',
      live: 'Leave more room above the head.',
      stuck: 'Raise the camera a little, or take a step back.',
    },
    high: {
      finding: 'The head is too far from the top edge: {value}, at most {max}.',
      advice: 'Come closer, or lower the camera a little.',
      live: 'Come closer, or lower the camera.',
      stuck: 'Half a step forward: fill the dashed figure with head and shoulders.',
    },
  },
  'eye-line': {
    title: 'Height of the eyes',
    fine: 'The eyes are {value} from the top edge; {min} to {max} is asked for.',
    low: {
      finding: 'The eyes are too high: {value}, at least {min}.',
      advice: 'Leave more room above the head.',
      live: 'Raise the camera a little.',
      stuck: 'Bring your eyes to those of the dashed figure.',
    },
    high: {
      finding: 'The eyes are too low: {value}, at most {max}.',
      advice: 'Show more of the body below: shoulders and upper chest.',
      live: 'Lower the camera, show your shoulders.',
      stuck: 'Bring your eyes to those of the dashed figure.',
    },
  },
  'face-width': {
    title: 'Width of the face',
    fine: 'Cheek to cheek is {value}; {min} to {max} is asked for.',
    low: {
      finding: 'The face is too small: {value} cheek to cheek, at least {min}.',
      advice: 'Come closer.',
      live: 'Come closer.',
      stuck: 'Half a step forward: fill the dashed figure with your face.',
    },
    high: {
      finding: 'The face is too large: {value} cheek to cheek, at most {max}.',
      advice: 'Move back and show shoulders and upper chest.',
      live: 'Move back, show your shoulders.',
      stuck: 'Let someone hold the phone further away, or prop it up more than a metre off.',
    },
  },
  centre: {
    title: 'Centred',
    measure: 'Off the middle',
    fine: 'The face is in the middle.',
    low: {
      finding: 'The face is too far left in the picture: {amount}.',
      advice: 'Bring the face to the middle, with as much background on either side.',
      live: 'Move a little to your left.',
      stuck: 'Bring the face to the middle, or have the camera turned a little.',
    },
    high: {
      finding: 'The face is too far right in the picture: {amount}.',
      advice: 'Bring the face to the middle, with as much background on either side.',
      live: 'Move a little to your right.',
      stuck: 'Bring the face to the middle, or have the camera turned a little.',
    },
  },
  shoulders: {
    title: 'Level shoulders',
    measure: 'Slope',
    fine: 'The shoulders are level.',
    unknown: {
      ambiguous: {
        finding: 'The shoulder line was not found on both sides: long hair, or shoulders outside the photo.',
        advice: 'Look yourself whether your shoulders are level; if not, sit up and take it again.',
      },
    },
    low: {
      finding: 'Your right shoulder is lower by {amount}.',
      advice: 'Sit up, relax and bring both shoulders to one height.',
    },
    high: {
      finding: 'Your left shoulder is lower by {amount}.',
      advice: 'Sit up, relax and bring both shoulders to one height.',
    },
  },
}
