import type { QuantityText } from '../../contract/rule'
import type { BackgroundQuantity } from './measure'

type Texts = Readonly<Record<BackgroundQuantity, QuantityText>>

export const zhCN: Texts = {
  colour: {
    title: '背景颜色',
    measure: '和要求的颜色相差',
    fine: '背景颜色合适。',
    high: {
      finding: '背景颜色和要求的颜色差得太多。',
      advice: '换成要求的颜色的背景（墙或背景布）重拍；不要用软件换背景。',
      live: '背景颜色不合要求，换一处背景或挂背景布。',
      stuck: '换不了背景也可以接着练习；正式的照片请到照相馆拍。',
    },
  },
  evenness: {
    title: '背景均匀',
    measure: '最大的差别',
    fine: '背景均匀。',
    high: {
      finding: '背景各处明暗或颜色不一样。',
      advice: '让光均匀地照在背景上，人离背景一米左右，再拍一张。',
      live: '背景明暗不均，人离背景一米左右试试。',
      stuck: '给背景也打上光；换不了也可以接着练习。',
    },
  },
  clutter: {
    title: '背景干净',
    measure: '杂物占背景',
    fine: '背景里没有别的东西。',
    high: {
      finding: '背景里有阴影边、门框、物品或其他人，占背景的 {value}。',
      advice: '人离背景远一点，避开影子；移走杂物，或换一处干净的背景。',
      live: '背景里有影子或东西，离背景远一点，移开杂物。',
      stuck: '换一处干净的背景；换不了也可以接着练习。',
    },
  },
  frame: {
    title: '边框与文字',
    fine: '照片上没有边框、文字或圆角。',
    wrong: {
      finding: '照片上有{value}。',
      advice: '请用相机直接拍出的原图，不要套模板，不要加边框、日期、姓名或水印。',
    },
    values: { none: '多余的东西', border: '边框', bar: '色条或黑边', corners: '圆角', writing: '文字、日期或水印' },
  },
}

export const en: Texts = {
  colour: {
    title: 'Background colour',
    measure: 'Away from the colour asked for',
    fine: 'The background has the right colour.',
    high: {
      finding: 'The background’s colour is too far from the one asked for.',
      advice:
        'Use a wall or cloth of the colour asked for and take it again; don’t replace the background with software.',
      live: 'The background is not the colour asked for; use another wall or a cloth.',
      stuck: 'No such wall? You can go on rehearsing; have the real photo taken in a studio.',
    },
  },
  evenness: {
    title: 'Even background',
    measure: 'Largest difference',
    fine: 'The background is even.',
    high: {
      finding: 'The background is not equally bright, or not one colour, everywhere.',
      advice: 'Light the background evenly and stand about a metre in front of it.',
      live: 'The background is uneven; stand about a metre away from it.',
      stuck: 'Light the background too; if you can’t, you can go on rehearsing.',
    },
  },
  clutter: {
    title: 'Clean background',
    measure: 'Taken up by other things',
    fine: 'Nothing else is in the background.',
    high: {
      finding: 'A shadow’s edge, a door frame, an object or another person takes up {value} of the background.',
      advice: 'Step away from the background to lose the shadow; clear things away or use a plain wall.',
      live: 'A shadow or an object is behind you; step away from the background, clear things away.',
      stuck: 'Use a plain wall; if you can’t, you can go on rehearsing.',
    },
  },
  frame: {
    title: 'Borders and writing',
    fine: 'No border, writing or rounded corners on the photo.',
    wrong: {
      finding: 'There is {value} on the photo.',
      advice: 'Use the photo as the camera took it: no template, border, date, name or watermark.',
    },
    values: {
      none: 'nothing',
      border: 'a border',
      bar: 'a bar or black edge',
      corners: 'the white of rounded corners',
      writing: 'writing, a date or a watermark',
    },
  },
}
