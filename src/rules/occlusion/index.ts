import type { Reading } from '../../contract/reading'
import { defineRule } from '../../contract/rule'
import type { Scene } from '../../contract/scene'
import { luminance } from '../../lib/color'
import { LINE, getPoints } from '../../lib/landmarks'
import { forEachPixel, scalePolygon } from '../../lib/polygon'
import { getOwnSkin, skinDistance } from '../../lib/skin'

/** Cheeks, nose and chin; brows, eyes and glasses have their own rules. */
const LOWER_FACE = [
  227, 50, 101, 100, 47, 114, 6, 343, 277, 329, 330, 280, 447, 366, 401, 435, 397, 365, 379, 378, 400, 377, 152, 148,
  176, 149, 150, 136, 172, 215, 177, 137,
]

/**
 * Share of the lower face whose colour is far from this person's own skin. Beards are dark hair of skin hue and don't
 * count; so a black mask is not detected.
 */
function readCoveredShare({ face, head }: Scene): Reading {
  const skin = getOwnSkin(face!, head!)
  if (!skin) return { unknown: 'too-small' }
  const { data } = head!.pixels
  const skip = new Uint8Array(data.length >> 2)
  forEachPixel(scalePolygon(getPoints(face!, LINE.LIPS_OUTER), 1.15), head!, at => {
    skip[at >> 2] = 1
  })
  let all = 0
  let other = 0
  const outline = getPoints(face!, LOWER_FACE)
  forEachPixel(outline, head!, at => {
    if (skip[at >> 2]) return
    all++
    if (
      luminance(data[at]!, data[at + 1]!, data[at + 2]!) > 0.12 * skin.luminance &&
      skinDistance(skin, data, at) > 0.75
    )
      other++
  })
  return all < 200 ? { unknown: 'too-small' } : { value: other / all, regions: other / all > 0.05 ? [outline] : [] }
}

export default defineRule({
  id: 'occlusion',
  needs: ['face'],
  group: 'face',
  order: 110,
  live: { step: 'glasses', order: 30, told: 'always' },
  overlay: 'outlines',
  quantities: {
    share: {
      unit: 'ratio',
      limit: {
        max: 0.1,
        near: 0.03,
        level: 'required',
        clause: '不得遮挡脸部',
        clauseEn: 'Nothing may cover the face',
        source: '教毕指〔2017〕99号 二.4（转载文本）',
        trust: 'C',
        reading: {
          'zh-CN': '条文没有数字。我们看脸上有多大一块既不是皮肤也不是五官。',
          en: 'The notice gives no number. We look at how much of the face is neither skin nor feature.',
        },
        measurement: 'npm run accuracy over portraits with nothing over the face',
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
