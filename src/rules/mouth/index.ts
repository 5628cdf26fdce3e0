import type { Reading } from '../../contract/reading'
import { defineRule } from '../../contract/rule'
import type { Scene } from '../../contract/scene'
import { luminance } from '../../lib/color'
import { distance, LINE, pointOf, pointsOf, POINT } from '../../lib/landmarks'
import { logistic } from '../../lib/logistic'
import { eachPixel, grown } from '../../lib/polygon'
import { ownSkin, saturationOf } from '../../lib/skin'

const PAIRS = [[13, 14], [82, 87], [312, 317]] as const
/** Gap at which lips are as likely open as closed, and how quickly that turns: npm run accuracy over portraits labelled by eye. */
const MIDDLE = 0.055, WIDTH = 0.012
/** Teeth add to the gap: their share of the strip between the lips, weighed. */
const TEETH_WEIGHT = 0.12

/** Inner lip gap over mouth width; teeth seen between the lips count as open. */
function gap({ face, head }: Scene): Reading {
  const width = distance(pointOf(face!, POINT.MOUTH_RIGHT), pointOf(face!, POINT.MOUTH_LEFT))
  if (width * head!.scale < 16) return { unknown: 'too-small' }
  const lips = Math.max(...PAIRS.map(([upper, lower]) => distance(pointOf(face!, upper), pointOf(face!, lower)))) / width
  const value = lips + TEETH_WEIGHT * teethShare(face!, head!)
  return { value, score: logistic(value, MIDDLE, WIDTH), regions: [pointsOf(face!, LINE.LIPS_OUTER)] }
}

/** Share of the strip between the lips that is lighter and paler than the person's own skin. */
function teethShare(face: NonNullable<Scene['face']>, head: NonNullable<Scene['head']>): number {
  const skin = ownSkin(face, head)
  if (!skin) return 0
  const { data } = head.pixels
  let all = 0
  let teeth = 0
  eachPixel(grown(pointsOf(face, LINE.LIPS_INNER), 1.05), head, at => {
    all++
    const [r, g, b] = [data[at]!, data[at + 1]!, data[at + 2]!]
    if (saturationOf(r, g, b) < 0.6 * skin.saturation && luminance(r, g, b) > 0.6 * skin.luminance) teeth++
  })
  return all < 8 ? 0 : teeth / all
}

export default defineRule({
  id: 'mouth',
  needs: ['face'],
  quantities: {
    gap: { unit: 'ratio', limit: { max: MIDDLE, level: 'required', clause: '嘴唇自然闭合（不露齿）', source: '教毕指〔2017〕99号 二.2（转载文本）; npm run accuracy over portraits labelled by eye', trust: 'D' } },
  },
  measure: scene => ({ gap: gap(scene) }),
  text: {
    'zh-CN': { gap: { title: '嘴唇闭合', fine: '嘴唇自然闭合。', high: { finding: '嘴张开了或露出了牙齿（{value}，最多 {max}）。', advice: '轻轻闭上嘴，不露牙齿，表情自然。' } } },
    en: { gap: { title: 'Lips closed', fine: 'The lips are closed.', high: { finding: 'The mouth is open or teeth show ({value}, at most {max}).', advice: 'Close your lips gently, no teeth, a natural expression.' } } },
  },
})
