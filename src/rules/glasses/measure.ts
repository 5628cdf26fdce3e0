import type { PartMap } from '../../contract/parts'
import type { Reading } from '../../contract/reading'
import type { Scene } from '../../contract/scene'
import type { Polygon } from '../../contract/space'
import { faceWidth, LINE, pointsOf } from '../../lib/landmarks'
import { logistic } from '../../lib/logistic'
import { placementOf, type Placement } from '../../lib/part-crops'
import { certain, meanInside, outlinesOf } from '../../lib/part-maps'
import { centreOf, ellipse, grown } from '../../lib/polygon'
import { untold } from '../../lib/untold'

export type GlassesQuantity = 'kind' | 'glare' | 'frame'

/** Likelihoods between these are not told: training/finish.py over portraits left out. */
export const SURE = { bare: 0.35, worn: 0.65, clear: 0.2, tinted: 0.92, glareless: 0.29, glaring: 0.98, free: 0.2, crossed: 0.98 } as const
/** Shares at which glare, or the frame over the eye, is as likely a fault as not, and how quickly that turns: as in training (training/losses.py). */
const GLARE = { middle: 0.03, width: 0.01, sound: SURE.glareless, faulty: SURE.glaring }
const FRAME = { middle: 0.15, width: 0.03, sound: SURE.free, faulty: SURE.crossed }
/** The eye area: half axes, shares of the face's width. */
const AREA = { across: 0.19, down: 0.14 }
/** The mesh's eye grown to hold the lids, as in training. */
const OPENING_GROWTH = 1.25

/** Kind of glasses, glare on them and their frame over the eyes, by the parts model; rims, reflections and what crosses the eye are outlined. */
export function measureGlasses(scene: Scene): Record<GlassesQuantity, Reading> {
  const face = scene.face!
  const { worn, tinted, rim, glare } = scene.parts!.eyes
  const placement = placementOf(face, 'eyes', 'both')
  const eyes = [pointsOf(face, LINE.RIGHT_EYE), pointsOf(face, LINE.LEFT_EYE)]
  const lenses = eyes.map(eye => grown(eye, 1.9))
  if (worn > SURE.bare && worn < SURE.worn) {
    const reason = untold(scene)
    return { kind: { unknown: reason, score: worn, regions: lenses }, glare: { unknown: reason }, frame: { unknown: reason } }
  }
  if (worn <= SURE.bare) return { kind: { value: 'none', score: worn, regions: [] }, glare: { value: 0, score: 0 }, frame: { value: 0, score: 0 } }
  const rims = outlinesOf(rim, 'eyes', placement, 0.5)
  const areas = eyes.map(eye => ellipse(centreOf(eye), AREA.across * faceWidth(face), AREA.down * faceWidth(face)))
  const regions = rims.length ? rims : lenses
  return {
    kind: tinted > SURE.clear && tinted < SURE.tinted ? { unknown: untold(scene), score: worn, regions } : { value: tinted >= SURE.tinted ? 'tinted' : 'clear', score: worn, regions },
    // Only where it is likelier than not: pale lenses are a little like glare everywhere.
    glare: share(scene, certain(glare), placement, areas, GLARE),
    // Behind a dark lens the mesh guesses where the eye is.
    frame: tinted > SURE.clear ? { unknown: 'covered' } : share(scene, rim, placement, eyes.map(eye => grown(eye, OPENING_GROWTH)), FRAME),
  }
}

/** Share of the places under what the map shows, outlined there. */
function share(scene: Scene, map: PartMap, placement: Placement, places: readonly Polygon[], { middle, width, sound, faulty }: typeof GLARE | typeof FRAME): Reading {
  const value = meanInside(map, 'eyes', placement, places)
  if (value === null) return { unknown: 'too-small' }
  const score = logistic(value, middle, width)
  const regions = score > sound ? outlinesOf(map, 'eyes', placement, 0.5, places) : []
  return score > sound && score < faulty ? { unknown: untold(scene), score, regions } : { value, score, regions }
}
