import type { QuantityText } from '../../contract/rule'
import type { LightingQuantity } from './measure'

type Texts = Readonly<Record<LightingQuantity, QuantityText>>

export const zhCN: Texts = {
  balance: {
    title: '面部光线均匀',
    fine: '脸上的光线均匀（明暗比 {value}）。',
    high: {
      finding: '脸上一边亮一边暗：明暗比 {value}，最多 {max}。',
      advice: '面朝窗户或两侧各放一盏一样亮的灯，关掉头顶的射灯。',
      live: '面朝窗户或灯，让两边脸一样亮。',
      stuck: '慢慢转动身体，看哪个方向两边脸一样亮；暗的一边放一张白纸或白布反光也行。',
    },
  },
  exposure: {
    title: '曝光',
    fine: '曝光合适（{value}）。',
    low: {
      finding: '脸拍得太暗：{value}，至少 {min}。',
      advice: '换到亮一点的地方，或把相机的曝光加一档。',
      live: '太暗了，换到亮一点的地方。',
      stuck: '打开所有的灯，面朝窗户；背后不要有窗或灯。',
    },
    high: {
      finding: '脸拍得太亮：{value}，最多 {max}。',
      advice: '避开直射的强光，或把相机的曝光减一档。',
      live: '太亮了，避开直射的光。',
      stuck: '离灯或窗远一点，或拉上纱帘；也可以在系统相机里把曝光减一档。',
    },
    unknown: '眼白在画面里太小，无法据此判断曝光；请用像素更高的原图。',
  },
  highlights: {
    title: '面部高光',
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
    fine: '颜色自然（偏差 {value}）。',
    high: {
      finding: '照片偏色：{value}，最多 {max}。',
      advice: '只用一种颜色的光（不要窗光和黄灯混在一起），或把白平衡设为自动。',
    },
    unknown: '眼白在画面里太小，无法判断偏色。',
  },
}

export const en: Texts = {
  balance: {
    title: 'Even light on the face',
    fine: 'The light on the face is even (bright to dark {value}).',
    high: {
      finding: 'One part of the face is lit more than another: {value}, at most {max}.',
      advice: 'Face a window, or put one lamp of the same strength on each side; switch spotlights off.',
      live: 'Face the window or lamp, both cheeks equally bright.',
      stuck: 'Turn slowly until both cheeks are equally bright; a white sheet on the dark side helps.',
    },
  },
  exposure: {
    title: 'Exposure',
    fine: 'Well exposed ({value}).',
    low: {
      finding: 'The face is too dark: {value}, at least {min}.',
      advice: 'Find a brighter place, or set the exposure one step up.',
      live: 'Too dark: find a brighter place.',
      stuck: 'Switch every lamp on and face the window, with no window or lamp behind you.',
    },
    high: {
      finding: 'The face is too bright: {value}, at most {max}.',
      advice: 'Avoid direct strong light, or set the exposure one step down.',
      live: 'Too bright: step out of the direct light.',
      stuck: 'Move away from the lamp or window, or draw a thin curtain.',
    },
    unknown:
      'The whites of the eyes are too small in the picture to tell the exposure by them; use the original ' +
      'with more pixels.',
  },
  highlights: {
    title: 'Shine on the face',
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
    fine: 'Natural colour (off by {value}).',
    high: {
      finding: 'The photo has a colour cast: {value}, at most {max}.',
      advice: 'Use light of one colour (not daylight mixed with a yellow lamp), or set the white balance to automatic.',
    },
    unknown: 'The whites of the eyes are too small in the picture to tell a colour cast.',
  },
}
