import type { Reading } from '../../contract/reading'
import { defineRule } from '../../contract/rule'
import type { Scene } from '../../contract/scene'
import { distance, LINE, pointOf, pointsOf, POINT } from '../../lib/landmarks'
import { ellipse, eachPixel, grown, isInside } from '../../lib/polygon'
import { ownSkin, redness } from '../../lib/skin'
import { median } from '../../lib/stats'

/** A flash's red is far from any iris: brown eyes have red over green of at most about 1.5 (bytes). */
const RED_OVER_OTHERS = 1.8
const LEAST_RED = 60

/**
 * Logarithm of red over green beyond the person's own skin: a lid over a narrow eye has its colour, a flash's red is
 * far beyond.
 */
const BEYOND_SKIN = 0.5
/** Fewer open pixels of the pupils than this say nothing. */
const LEAST = 16

/** Share of both pupils (the inner half of the irises, as far as the lids leave it open) that is red. */
function redShare({ face, head }: Scene): Reading {
  const skin = ownSkin(face!, head!)
  if (!skin) return { unknown: 'too-small' }
  const { data } = head!.pixels
  let all = 0
  let red = 0
  const regions = (
    [
      [POINT.RIGHT_IRIS, LINE.RIGHT_IRIS_RIM, LINE.RIGHT_EYE],
      [POINT.LEFT_IRIS, LINE.LEFT_IRIS_RIM, LINE.LEFT_EYE],
    ] as const
  ).map(([iris, rim, eye]) => {
    const centre = pointOf(face!, iris)
    const radius = 0.5 * median(pointsOf(face!, rim).map(point => distance(point, centre)))
    const pupil = ellipse(centre, radius, radius)
    const open = grown(pointsOf(face!, eye), 0.9)
    eachPixel(pupil, head!, (at, column, row) => {
      if (!isInside(open, { x: head!.x + (column + 0.5) / head!.scale, y: head!.y + (row + 0.5) / head!.scale })) return
      all++
      if (
        data[at]! >= LEAST_RED &&
        data[at]! > RED_OVER_OTHERS * Math.max(data[at + 1]!, data[at + 2]!) &&
        redness(data, at) > skin.redGreen + BEYOND_SKIN
      )
        red++
    })
    return pupil
  })
  return all < LEAST ? { unknown: 'too-small' } : { value: red / all, regions: red ? regions : [] }
}

export default defineRule({
  id: 'red-eye',
  needs: ['face'],
  quantities: {
    share: {
      unit: 'ratio',
      limit: {
        max: 0.25,
        near: 0.1,
        level: 'required',
        clause: '无红眼',
        source:
          '教毕指〔2017〕99号 三.1（转载文本）; below: brown irises in small portraits, npm run accuracy; a ' +
          'flash reddens most of the pupil',
        trust: 'D',
      },
    },
  },
  measure: scene => ({ share: redShare(scene) }),
  text: {
    'zh-CN': {
      share: {
        title: '红眼',
        fine: '没有红眼。',
        high: { finding: '瞳孔发红（{value}）。', advice: '关掉闪光灯，在亮一点的地方重拍；不要用软件去红眼。' },
      },
    },
    en: {
      share: {
        title: 'Red eyes',
        fine: 'No red eyes.',
        high: {
          finding: 'The pupils are red ({value}).',
          advice: 'Switch the flash off and take it again in a brighter place; don’t repair it by software.',
        },
      },
    },
  },
})
