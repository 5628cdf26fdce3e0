import type { QuantityText } from '../../contract/rule'
import type { LightingQuantity } from './measure'

type Texts = Readonly<Record<LightingQuantity, QuantityText>>

export const zhCN: Texts = {
  balance: {
    title: '面部光线均匀',
    measure: '亮处比暗处',
    fine: '脸上的光线均匀。',
    high: {
      finding: '脸上一边亮、一边暗，亮处是暗处的 {value}，最多 {max}。',
      advice: '面朝窗户或两侧各放一盏一样亮的灯，关掉头顶的射灯。',
      live: '面朝窗户或灯，让两边脸一样亮。',
      stuck: '慢慢转动身体，看哪个方向两边脸一样亮；暗的一边放一张白纸或白布反光也行。',
    },
  },
  exposure: {
    title: '曝光',
    measure: '脸的亮度（0 最暗，100 最亮）',
    fine: '曝光合适。',
    low: {
      finding: '脸拍得太暗。',
      advice: '换到亮一点的地方，或把相机的曝光加一档。',
      live: '太暗了，换到亮一点的地方。',
      stuck: '打开所有的灯，面朝窗户；背后不要有窗或灯。',
    },
    high: {
      finding: '脸拍得太亮。',
      advice: '避开直射的强光，或把相机的曝光减一档。',
      live: '太亮了，避开直射的光。',
      stuck: '离灯或窗远一点，或拉上纱帘；也可以在系统相机里把曝光减一档。',
    },
    unknown: {
      'too-small': {
        finding: '程序靠眼白看曝光，而照片里的眼白太小。',
        advice: '自己看一看：脸不发暗、不发白就行；有像素更高的原图，换它再查一次。',
      },
    },
  },
  highlights: {
    title: '面部高光',
    measure: '反光占脸',
    fine: '脸上没有明显的反光。',
    high: {
      finding: '脸上有反光或过亮的地方，占 {value}，最多 {max}。',
      advice: '用纸巾擦去额头和鼻子上的油和汗，不要用闪光灯直射。',
      live: '擦一擦额头和鼻子，别让灯直射脸。',
      stuck: '换个角度避开头顶的灯；关掉闪光灯和补光环。',
    },
  },
  cast: {
    title: '偏色',
    measure: '颜色的偏差',
    fine: '颜色自然。',
    high: {
      finding: '照片偏色。',
      advice: '只用一种颜色的光（不要窗光和黄灯混在一起），或把白平衡设为自动。',
    },
    unknown: {
      'too-small': {
        finding: '程序靠眼白看偏色，而照片里的眼白太小。',
        advice: '自己看一看：肤色不发黄、不发蓝就行；有像素更高的原图，换它再查一次。',
      },
      ambiguous: {
        finding: '程序靠眼白看偏色，而照片里的眼白太暗。',
        advice: '自己看一看：肤色不发黄、不发蓝就行；发黄发蓝就换一种灯光再拍。',
      },
    },
  },
}

export const en: Texts = {
  balance: {
    title: 'Even light on the face',
    measure: 'Bright against dark side',
    fine: 'The light on the face is even.',
    high: {
      finding: 'One part of the face is lit more than another: {value}; at most {max}.',
      advice: 'Face a window, or put one lamp of the same strength on each side; switch spotlights off.',
      live: 'Face the window or lamp, both cheeks equally bright.',
      stuck: 'Turn slowly until both cheeks are equally bright; a white sheet on the dark side helps.',
    },
  },
  exposure: {
    title: 'Exposure',
    measure: 'Of the face (0 black, 100 white)',
    fine: 'Well exposed.',
    low: {
      finding: 'The face is too dark.',
      advice: 'Find a brighter place, or set the exposure one step up.',
      live: 'Too dark: find a brighter place.',
      stuck: 'Switch every lamp on and face the window, with no window or lamp behind you.',
    },
    high: {
      finding: 'The face is too bright.',
      advice: 'Avoid direct strong light, or set the exposure one step down.',
      live: 'Too bright: step out of the direct light.',
      stuck: 'Move away from the lamp or window, or draw a thin curtain.',
    },
    unknown: {
      'too-small': {
        finding: 'The exposure is measured at the whites of the eyes, and they are too small in this photo.',
        advice:
          'Look yourself: if the face is neither dark nor washed out, it is fine; if you have the original with ' +
          'more pixels, check that.',
      },
    },
  },
  highlights: {
    title: 'Shine on the face',
    measure: 'Shiny part of the face',
    fine: 'No obvious shine on the face.',
    high: {
      finding: 'Shine or burnt-out spots take up {value} of the face; at most {max}.',
      advice: 'Dab forehead and nose dry, and don’t use a direct flash.',
      live: 'Dab forehead and nose; no lamp straight at the face.',
      stuck: 'Change the angle to the ceiling lamp; switch flash and ring lights off.',
    },
  },
  cast: {
    title: 'Colour cast',
    measure: 'Off by',
    fine: 'Natural colour.',
    high: {
      finding: 'The photo has a colour cast.',
      advice: 'Use light of one colour (not daylight mixed with a yellow lamp), or set the white balance to automatic.',
    },
    unknown: {
      'too-small': {
        finding: 'The colour is measured at the whites of the eyes, and they are too small in this photo.',
        advice:
          'Look yourself: if the skin is neither yellowish nor bluish, it is fine; if you have the original with ' +
          'more pixels, check that.',
      },
      ambiguous: {
        finding: 'The colour is measured at the whites of the eyes, and they are too dark in this photo.',
        advice: 'Look yourself: if the skin is neither yellowish nor bluish, it is fine; else take it in other light.',
      },
    },
  },
}
