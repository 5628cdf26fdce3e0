import { defineRule } from '../../contract/rule'
import { measureGlasses } from './measure'

const SOURCE = '教毕指〔2017〕99号 二.3（转载文本）'

export default defineRule({
  id: 'glasses',
  needs: ['face', 'parts'],
  group: 'face',
  order: 90,
  live: { step: 'glasses', order: 10, told: 'always' },
  overlay: 'outlines',
  quantities: {
    kind: {
      unit: '',
      limit: {
        oneOf: ['none', 'clear'],
        level: 'required',
        clause: '不得戴有色（含隐形）眼镜',
        clauseEn: 'No tinted glasses, contact lenses included',
        source: SOURCE,
        trust: 'C',
      },
    },
    glare: {
      unit: 'ratio',
      limit: {
        max: 0.02,
        near: 0.007,
        level: 'required',
        clause: '眼镜不得有反光',
        clauseEn: 'No reflection on the glasses',
        source: SOURCE,
        trust: 'C',
        reading: {
          'zh-CN': '条文没有数字。反光盖住眼部 2% 以上时，肉眼已经明显。',
          en: 'The notice gives no number. From 2 % of the eye area a reflection is plain to see.',
        },
        measurement: '2 % of the eye areas, from where it is plain to the eye: training/losses.py',
      },
    },
    frame: {
      unit: 'ratio',
      limit: {
        max: 0.5,
        near: 0.07,
        level: 'required',
        clause: '镜框不得遮挡眼睛',
        clauseEn: 'The frame must not cover the eyes',
        source: SOURCE,
        trust: 'C',
        reading: {
          'zh-CN': '镜框横在眼睛上、超过这只眼睛一半宽时，我们算遮挡；贴着眼睑的不算。',
          en: 'Covered means a rim across more than half of an eye’s width; a rim along the lid is fine.',
        },
        measurement: 'half of an eye’s width, between rims along a lid and rims across the eye: training/losses.py',
      },
    },
  },
  measure: measureGlasses,
  frameScore: null,
  text: {
    'zh-CN': {
      kind: {
        title: '眼镜',
        fine: '{value}。',
        wrong: {
          finding: '戴的是{value}；可以：{values}。',
          advice: '摘下眼镜或换一副无色的再拍；美瞳也要摘下。',
          live: '摘下有色的眼镜。',
          stuck: '变色镜片在强光下会变深，离窗远一点等它变浅，或摘下来。',
        },
        values: { none: '不戴眼镜', clear: '无色眼镜', tinted: '有色眼镜' },
      },
      glare: {
        title: '镜片反光',
        measure: '反光占镜片',
        fine: '镜片没有反光。',
        high: {
          finding: '镜片上有反光，占 {value}，最多 {max}。',
          advice: '稍微低一点头或移动灯光，直到镜片上没有反光；或摘下眼镜。',
          live: '镜片反光：下巴收一点，或把灯移开。',
          stuck: '把镜腿后端抬高一点，镜片朝下倾；还不行就摘下眼镜。',
        },
      },
      frame: {
        title: '镜框',
        measure: '镜框压住眼睛',
        fine: '没有镜框挡住眼睛。',
        high: {
          finding: '镜框压住了眼睛，占眼睛宽度的 {value}，最多 {max}。',
          advice: '把眼镜往上推一推，或换一副镜框大一些的。',
          live: '把眼镜往上推一推。',
          stuck: '镜框压住了眼睛，换一副大一些的，或摘下眼镜。',
        },
      },
    },
    en: {
      kind: {
        title: 'Glasses',
        fine: 'Seen: {value}.',
        wrong: {
          finding: 'You wear {value}; allowed: {values}.',
          advice: 'Take the glasses off or wear clear ones; take tinted contact lenses out too.',
          live: 'Take the tinted glasses off.',
          stuck: 'Lenses that darken in the sun need a dimmer place and a minute; or take them off.',
        },
        values: { none: 'no glasses', clear: 'clear glasses', tinted: 'tinted glasses' },
      },
      glare: {
        title: 'Glare on lenses',
        measure: 'Part of the lenses',
        fine: 'No glare on the lenses.',
        high: {
          finding: 'Glare covers {value} of the lenses, at most {max}.',
          advice:
            'Lower your head a little or move the lamp until the lenses no longer shine, or take the glasses off.',
          live: 'Glare on the lenses: lower your chin, or move the lamp.',
          stuck: 'Lift the temples a little so that the lenses tip down; or take the glasses off.',
        },
      },
      frame: {
        title: 'Glasses frame',
        measure: 'Over the eye',
        fine: 'No frame covers the eyes.',
        high: {
          finding: 'The frame covers {value} of an eye’s width; at most {max}.',
          advice: 'Push the glasses up, or wear a larger frame.',
          live: 'Push your glasses up.',
          stuck: 'The rim lies over the eyes: wear a larger frame, or take them off.',
        },
      },
    },
  },
})
