import type { Reading } from '../../contract/reading'
import { defineRule } from '../../contract/rule'
import type { Scene } from '../../contract/scene'
import { distance, LINE, pointOf, pointsOf, POINT } from '../../lib/landmarks'
import { circle, eachPixel } from '../../lib/polygon'
import { median } from '../../lib/stats'

/** A flash's red is far from any iris: brown eyes have red over green of at most about 1.5 (bytes). */
const RED_OVER_OTHERS = 1.8
const LEAST_RED = 60

/** Share of both pupils (the inner half of the irises) that is red. */
function redShare({ face, head }: Scene): Reading {
  const { data } = head!.pixels
  let all = 0
  let red = 0
  const regions = ([[POINT.RIGHT_IRIS, LINE.RIGHT_IRIS_RIM], [POINT.LEFT_IRIS, LINE.LEFT_IRIS_RIM]] as const).map(([iris, rim]) => {
    const centre = pointOf(face!, iris)
    const pupil = circle(centre, 0.5 * median(pointsOf(face!, rim).map(point => distance(point, centre))))
    eachPixel(pupil, head!, at => {
      all++
      if (data[at]! >= LEAST_RED && data[at]! > RED_OVER_OTHERS * Math.max(data[at + 1]!, data[at + 2]!)) red++
    })
    return pupil
  })
  return all < 16 ? { unknown: 'too-small' } : { value: red / all, regions: red ? regions : [] }
}

export default defineRule({
  id: 'red-eye',
  needs: ['face'],
  quantities: {
    share: { unit: 'ratio', limit: { max: 0.1, near: 0.05, level: 'required', clause: '无红眼', source: '教毕指〔2017〕99号 三.1（转载文本）; a tenth of the pupil is where it shows', trust: 'D' } },
  },
  measure: scene => ({ share: redShare(scene) }),
  text: {
    'zh-CN': { share: { title: '红眼', fine: '没有红眼。', high: { finding: '瞳孔发红（{value}）。', advice: '关掉闪光灯，在亮一点的地方重拍；不要用软件去红眼。' } } },
    en: { share: { title: 'Red eyes', fine: 'No red eyes.', high: { finding: 'The pupils are red ({value}).', advice: 'Switch the flash off and take it again in a brighter place; don’t repair it by software.' } } },
  },
})
