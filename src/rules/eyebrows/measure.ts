import type { Reading } from '../../contract/reading'
import type { Scene } from '../../contract/scene'
import type { Point } from '../../contract/space'
import { luminance } from '../../lib/color'
import { between, faceWidth, LINE, pointOf, pointsOf } from '../../lib/landmarks'
import { logistic } from '../../lib/logistic'
import { eachPixel } from '../../lib/polygon'
import { ownSkin, skinDistance, skinLuminances, skinPolygon } from '../../lib/skin'
import { median } from '../../lib/stats'

/** The brow's upper edge from its outer end inwards; subject's own sides. */
const UPPER = { right: [70, 63, 105, 66, 107], left: [300, 293, 334, 296, 336] } as const
/** The strip of forehead above the brow that is looked at, share of the face's width. */
const FROM = 0.035, TO = 0.12
/** Covered share of that strip that is as likely a fringe as not, and how quickly that turns: npm run accuracy over portraits labelled by eye. */
const MIDDLE = 0.45, WIDTH = 0.09
const SURE_SHOWN = 0.25, SURE_COVERED = 0.75
const LEAST_FACE_WIDTH = 70
/** Darker than this share of the cheek, or this far from the skin's colour, is hair. */
const DARK = 0.3, OTHER_COLOUR = 0.55

/**
 * How much of an eyebrow is free. The mesh invents brows under a fringe, so this looks at pixels: hair that covers a brow comes from
 * above, so the strip of forehead above the brow is then hair instead of this person's own skin.
 */
export function eyebrowVisible({ face, head, width, height }: Scene, side: 'left' | 'right'): Reading {
  const regions = [pointsOf(face!, side === 'right' ? LINE.RIGHT_BROW : LINE.LEFT_BROW)]
  if (faceWidth(face!) * head!.scale < LEAST_FACE_WIDTH) return { unknown: 'too-small', regions }
  const skin = ownSkin(face!, head!)
  if (!skin) return { unknown: 'too-small', regions }
  // This side's cheek says how light skin is here: a lamp from the other side darkens cheek and forehead alike.
  const cheek = skinLuminances(skinPolygon(face!, side === 'right' ? 'rightCheek' : 'leftCheek'), head!, skin).values
  const light = cheek.length ? median(cheek) : skin.luminance
  const unit = faceWidth(face!)
  const [top, chin] = [pointOf(face!, 10), pointOf(face!, 152)]
  const length = Math.hypot(top.x - chin.x, top.y - chin.y)
  const up = { x: (top.x - chin.x) / length, y: (top.y - chin.y) / length }
  const edge = UPPER[side].map(index => pointOf(face!, index))
  if (edge.some(({ x, y }) => x < 0 || y - TO * unit < 0 || x > width || y > height)) return { unknown: 'cut-off', regions }
  const moved = (points: readonly Point[], share: number): Point[] => points.map(({ x, y }) => ({ x: x + up.x * share * unit, y: y + up.y * share * unit }))
  // Column by column along the brow: a thin strand covers a part, and says so.
  const COLUMNS = 12
  const along = Array.from({ length: COLUMNS + 1 }, (_, i) => { const at = i / COLUMNS * (edge.length - 1); const k = Math.min(edge.length - 2, Math.floor(at)); return between(edge[k]!, edge[k + 1]!, at - k) })
  const { data } = head!.pixels
  let covered = 0
  for (let i = 0; i < COLUMNS; i++) {
    const pair = [along[i]!, along[i + 1]!]
    let all = 0
    let other = 0
    eachPixel([...moved(pair, FROM), ...moved(pair, TO).reverse()], head!, at => {
      all++
      if (luminance(data[at]!, data[at + 1]!, data[at + 2]!) < DARK * light || skinDistance(skin, data, at) > OTHER_COLOUR) other++
    })
    covered += all ? other / all : 0
  }
  const share = covered / COLUMNS
  const score = logistic(share, MIDDLE, WIDTH)
  if (score > SURE_SHOWN && score < SURE_COVERED) return { unknown: 'ambiguous', score, regions }
  return { value: 1 - share, score, regions }
}
