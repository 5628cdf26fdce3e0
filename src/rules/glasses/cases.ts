import type { DetectedParts, PartMap } from '../../contract/parts'
import type { Scene } from '../../contract/scene'
import { eyeMidpoint, eyeWidth, faceWidth, LINE, getPoints } from '../../lib/landmarks'
import { placePart } from '../../lib/part-crops'
import { toSourcePoint } from '../../lib/part-maps'
import { getCentre } from '../../lib/polygon'
import { createFlatMap, FAULTLESS_PARTS } from '../../../tests/support/detected-parts'
import { drawScene, withDetectedParts, withoutParts, withPose } from '../../../tests/support/case-scenes'
import { defineCases, type RuleCase } from '../../../tests/support/rule-cases'
import rule from './index'

const [COLUMNS, ROWS] = [96, 48]

async function wear(eyes: Partial<DetectedParts['eyes']>): Promise<Scene> {
  const parts = { ...FAULTLESS_PARTS, eyes: { ...FAULTLESS_PARTS.eyes, worn: 0.99, ...eyes } }
  return withDetectedParts(await drawScene(), parts)
}

/** A map that is 1 in the cells whose middle (source pixels) `holds`. */
function mapOf(scene: Scene, holds: (x: number, y: number) => boolean): PartMap {
  const placement = placePart(scene.face!, 'eyes', 'both')
  const map = createFlatMap(COLUMNS, ROWS, 0)
  map.data.forEach((_, at) => {
    const place = toSourcePoint(
      placement,
      'eyes',
      ((at % COLUMNS) + 0.5) / COLUMNS,
      (Math.floor(at / COLUMNS) + 0.5) / ROWS,
    )
    if (holds(place.x, place.y)) map.data[at] = 1
  })
  return map
}

/** Glare on a square beside the right eye's middle that takes `share` of both eye areas (measure.ts). */
async function shine(share: number): Promise<RuleCase> {
  const bare = await drawScene()
  const side = Math.sqrt(share * 2 * Math.PI * 0.19 * 0.14) * faceWidth(bare.face!)
  const centre = getCentre(getPoints(bare.face!, LINE.RIGHT_EYE))
  const glare = mapOf(bare, (x, y) => Math.abs(x - centre.x) < side / 2 && Math.abs(y - centre.y) < side / 2)
  return { scene: await wear({ glare }), value: share, tolerance: 0.3 * share, place: centre }
}

/** A rim that crosses `share` of the left eye's counted width (nine tenths of it, measure.ts), from its middle. */
async function cross(share: number): Promise<RuleCase> {
  const bare = await drawScene()
  const half = (share * 0.9 * eyeWidth(bare.face!, 'left')) / 2
  const centre = getCentre(getPoints(bare.face!, LINE.LEFT_EYE))
  const crossing = mapOf(bare, (x, y) => Math.abs(x - centre.x) < half && Math.abs(y - centre.y) < 4)
  return { scene: await wear({ crossing }), value: share, tolerance: 0.06, place: centre }
}

export default defineCases(rule, {
  kind: {
    pass: async () => ({ scene: await wear({ worn: 0.01 }), value: 'none' }),
    near: async () => {
      const bare = await drawScene()
      const middle = eyeMidpoint(bare.face!)
      const rim = mapOf(bare, (x, y) => Math.abs(x - middle.x) < 40 && Math.abs(y - middle.y) < 8)
      return { scene: await wear({ worn: 0.8, tinted: 0.2, rim }), value: 'clear', place: middle }
    },
    fail: async () => ({ scene: await wear({ tinted: 0.8 }), value: 'tinted' }),
    unknown: async () => ({ scene: withPose(await wear({ worn: 0.5 }), { yaw: -13 }), reason: 'turned' }),
  },
  glare: {
    pass: async () => ({ scene: await wear({}), value: 0 }),
    // From a likelihood of 0.1 on, at a share of 0.0046, it cannot be told.
    near: async () => ({ ...(await shine(0.003)), isLeastCertain: true, place: undefined }),
    fail: () => shine(0.05),
    unknown: withoutParts,
  },
  frame: {
    pass: async () => ({ scene: await wear({}), value: 0 }),
    // From a likelihood of 0.2 on, at a share of 0.403, it cannot be told.
    near: async () => ({ ...(await cross(0.34)), isLeastCertain: true, place: undefined }),
    fail: () => cross(0.8),
    // Behind dark lenses nobody can tell.
    unknown: async () => ({ scene: await wear({ tinted: 0.9 }), reason: 'covered' }),
  },
})
