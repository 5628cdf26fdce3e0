import type { QuantityText } from '../../contract/rule'
import type { BackgroundQuantity } from './measure'

type Texts = Readonly<Record<BackgroundQuantity, QuantityText>>

export const zhCN: Texts = {
  colour: {
    title: '背景颜色',
    fine: '背景颜色合适（与参考色相差 {value}）。',
    high: {
      finding: '背景颜色与要求的参考色相差 {value}，最多 {max}。',
      advice: '换一面颜色合适的墙或背景布重拍；不要用软件换背景。',
      live: '背景颜色不合要求，最好换一面墙或挂背景布。',
      stuck: '换不了背景也可以接着练习；正式的照片请到照相馆拍。',
    },
  },
  evenness: {
    title: '背景均匀',
    fine: '背景均匀（最大差别 {value}）。',
    high: {
      finding: '背景有明暗或颜色的渐变：{value}，最多 {max}。',
      advice: '给背景也打上均匀的光，人离墙一米左右。',
      live: '背景明暗不均，人离墙一米左右试试。',
      stuck: '给墙也打上光；换不了也可以接着练习。',
    },
  },
  clutter: {
    title: '背景干净',
    fine: '背景里没有别的东西。',
    high: {
      finding: '背景里有阴影边、门框、物品或其他人，占背景的 {value}。',
      advice: '人离墙远一点，避开影子；移走杂物，换一面干净的墙。',
      live: '背景里有影子或东西，离墙远一点，移开杂物。',
      stuck: '换一面干净的墙；换不了也可以接着练习。',
    },
  },
}

export const en: Texts = {
  colour: {
    title: 'Background colour',
    fine: 'The wall’s colour is right ({value} from the reference).',
    high: {
      finding: 'The wall’s colour is {value} from the nearest allowed one; at most {max}.',
      advice: 'Use a wall or cloth of the right colour and take it again; don’t replace the background by software.',
      live: 'The wall’s colour is not the one asked for; use another wall or a cloth.',
      stuck: 'No such wall? You can go on rehearsing; have the real photo taken in a studio.',
    },
  },
  evenness: {
    title: 'Even background',
    fine: 'The wall is even (largest difference {value}).',
    high: {
      finding: 'The wall changes in brightness or colour: {value}, at most {max}.',
      advice: 'Light the wall evenly too, and stand about a metre in front of it.',
      live: 'The wall is uneven; stand about a metre away from it.',
      stuck: 'Light the wall too; if you can’t, you can go on rehearsing.',
    },
  },
  clutter: {
    title: 'Clean background',
    fine: 'Nothing else is in the background.',
    high: {
      finding: 'A shadow’s edge, a door frame, an object or another person takes up {value} of the background.',
      advice: 'Step away from the wall to lose the shadow; clear things away or use a clean wall.',
      live: 'A shadow or an object is behind you; step away from the wall, clear things away.',
      stuck: 'Use a clean wall; if you can’t, you can go on rehearsing.',
    },
  },
}
