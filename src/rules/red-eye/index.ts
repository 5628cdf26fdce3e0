import type { Reading } from '../../contract/reading'
import { defineRule } from '../../contract/rule'
import type { Scene } from '../../contract/scene'
import { distance, LINE, getPoint, getPoints, POINT } from '../../lib/landmarks'
import { createEllipse, forEachPixel, scalePolygon, isInside } from '../../lib/polygon'
import { getOwnSkin, getRedness } from '../../lib/skin'
import { median } from '../../lib/stats'

/** Minimum red over green and blue; brown eyes reach only about 1.5 (bytes). */
const MIN_RED_RATIO = 1.8
const MIN_RED_LEVEL = 60

/**
 * Minimum log(red/green) above the person's own skin: excludes skin-coloured lids over narrow eyes; a flash's red is
 * far above.
 */
const MIN_REDNESS_ABOVE_SKIN = 0.5
/** With fewer visible pupil pixels than this the result is unknown. */
const MIN_PUPIL_PIXELS = 16

/** Share of both pupils (the inner half of the irises, where the lids leave them visible) that is red. */
function readRedShare({ face, head }: Scene): Reading {
  const skin = getOwnSkin(face!, head!)
  if (!skin) return { unknown: 'too-small' }
  const { data } = head!.pixels
  let allPixels = 0
  let redPixels = 0
  const regions = (
    [
      [POINT.RIGHT_IRIS, LINE.RIGHT_IRIS_RIM, LINE.RIGHT_EYE],
      [POINT.LEFT_IRIS, LINE.LEFT_IRIS_RIM, LINE.LEFT_EYE],
    ] as const
  ).map(([iris, rim, eye]) => {
    const centre = getPoint(face!, iris)
    const radius = 0.5 * median(getPoints(face!, rim).map(point => distance(point, centre)))
    const pupil = createEllipse(centre, radius, radius)
    const openEye = scalePolygon(getPoints(face!, eye), 0.9)
    forEachPixel(pupil, head!, (at, column, row) => {
      if (!isInside(openEye, { x: head!.x + (column + 0.5) / head!.scale, y: head!.y + (row + 0.5) / head!.scale }))
        return
      allPixels++
      if (
        data[at]! >= MIN_RED_LEVEL &&
        data[at]! > MIN_RED_RATIO * Math.max(data[at + 1]!, data[at + 2]!) &&
        getRedness(data, at) > skin.redGreen + MIN_REDNESS_ABOVE_SKIN
      )
        redPixels++
    })
    return pupil
  })
  return allPixels < MIN_PUPIL_PIXELS
    ? { unknown: 'too-small' }
    : { value: redPixels / allPixels, regions: redPixels ? regions : [] }
}

export default defineRule({
  id: 'red-eye',
  needs: ['face'],
  group: 'light',
  order: 20,
  live: { step: 'light', order: 20, told: 'always' },
  overlay: 'lighting',
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
  measure: scene => ({ share: readRedShare(scene) }),
  minor: ['share'],
  frameScore: null,
  text: {
    'zh-CN': {
      share: {
        title: '红眼',
        measure: '发红的部分',
        fine: '没有红眼。',
        high: {
          finding: '瞳孔发红。',
          advice: '关掉闪光灯，在亮一点的地方重拍；不要用软件去红眼。',
          live: '关掉闪光灯，换个亮一点的地方。',
        },
      },
    },
    en: {
      share: {
        title: 'Red eyes',
        measure: 'Red part of the pupil',
        fine: 'No red eyes.',
        high: {
          finding: 'The pupils are red.',
          advice: 'Switch the flash off and take it again in a brighter place; don’t repair it with software.',
          live: 'Switch the flash off, find a brighter place.',
        },
      },
    },
  },
})
