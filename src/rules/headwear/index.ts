import type { Reading } from '../../contract/reading'
import { defineRule } from '../../contract/rule'
import type { Scene } from '../../contract/scene'
import { chroma, labOf } from '../../lib/color'
import { faceWidth, pointOf, POINT } from '../../lib/landmarks'
import { logistic } from '../../lib/logistic'
import { eachPixel, rectangle } from '../../lib/polygon'
import { ownSkin, skinDistance } from '../../lib/skin'
import { median } from '../../lib/stats'

/** Hair, of any natural colour, is yellow to red by hue and not strongly coloured when dark; this much beyond it is cloth. */
const MIDDLE = 14, WIDTH = 3
const SURE_BARE = 0.2, SURE_COVERED = 0.8
const [RED, YELLOW] = [20, 100]

/**
 * Whether a covering is worn, by the colour above the forehead: cloth of a colour that no hair has is told; a black cap looks like
 * black hair by colour and is not. Bald heads have the colour of the person's own skin.
 */
function worn({ face, head, person, width, height }: Scene): Reading {
  const skin = ownSkin(face!, head!)
  const unit = faceWidth(face!)
  const top = pointOf(face!, POINT.FOREHEAD_TOP)
  const area = rectangle(top.x - 0.3 * unit, top.y - 0.32 * unit, 0.6 * unit, 0.26 * unit)
  if (!skin) return { unknown: 'too-small' }
  if (top.y - 0.2 * unit < 0) return { unknown: 'cut-off' }
  const { data } = head!.pixels
  const departures: number[] = []
  eachPixel(area, head!, (at, column, row) => {
    // Every fourth pixel is plenty.
    if ((column | row) & 1) return
    const [mx, my] = [Math.floor((head!.x + column / head!.scale) * (person?.width ?? 1) / width), Math.floor((head!.y + row / head!.scale) * (person?.height ?? 1) / height)]
    if (person && person.data[my * person.width + mx]! < 160) return
    const lab = labOf(data[at]!, data[at + 1]!, data[at + 2]!)
    const hue = Math.atan2(lab.b, lab.a) * 180 / Math.PI
    const hairy = hue > RED && hue < YELLOW
    departures.push(skinDistance(skin, data, at) < 0.35 ? 0 : hairy ? Math.max(0, chroma(lab) - 45) : Math.max(0, chroma(lab) - 4))
  })
  // Short hair and a photo cropped at the hair leave nothing above the forehead.
  if (departures.length < 10) return { value: false, score: 0.1 }
  const score = logistic(median(departures), MIDDLE, WIDTH)
  return score > SURE_BARE && score < SURE_COVERED ? { unknown: 'ambiguous', score, regions: [area] } : { value: score >= SURE_COVERED, score, regions: [area] }
}

export default defineRule({
  id: 'headwear',
  needs: ['face'],
  quantities: {
    worn: { unit: '', limit: { oneOf: [false], level: 'required', clause: '正面免冠', source: '教毕指〔2017〕99号 一.1、二.4（转载文本）', trust: 'C' } },
  },
  measure: scene => ({ worn: worn(scene) }),
  text: {
    'zh-CN': { worn: { title: '免冠', fine: '没有看到帽子或头巾。', wrong: { finding: '头上好像戴着帽子或头巾。', advice: '摘下帽子、头巾和发带再拍；因宗教或医疗原因不能摘的，请先问学校。' } } },
    en: { worn: { title: 'Bareheaded', fine: 'No hat or scarf was seen.', wrong: { finding: 'A hat or scarf seems to be worn.', advice: 'Take off hat, scarf and hairband; if you can’t for religious or medical reasons, ask the school first.' } } },
  },
})
