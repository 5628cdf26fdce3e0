import type { Scene } from '../../contract/scene'
import type { Polygon } from '../../contract/space'
import { LINE, POINT, getPoint, getPoints } from '../../lib/landmarks'
import { createEllipse, scalePolygon } from '../../lib/polygon'
import { getSkinPolygon } from '../../lib/skin'
import type { PortraitOptions } from '../../drawn/index'
import { drawScene, fill, paint, shrinkFace } from '../../../tests/support/case-scenes'
import { defineCases, type RuleCase, type UnknownCase } from '../../../tests/support/rule-cases'
import rule from './index'

const lit = async (light: NonNullable<PortraitOptions['light']>, value: number): Promise<RuleCase> => ({
  scene: await drawScene({ light }),
  value,
})

const tooSmall = async (): Promise<UnknownCase> => ({ scene: shrinkFace(await drawScene(), 0.08), reason: 'too-small' })

/** The eyes' whites, irises and all, in one colour. */
function paintEyes(scene: Scene, ...colour: [number, number, number]): Scene {
  return [LINE.RIGHT_EYE, LINE.LEFT_EYE].reduce(
    (painted, line) => paint(painted, scalePolygon(getPoints(scene.face!, line), 1.2), fill(...colour)),
    scene,
  )
}

const cast = async (...colour: [number, number, number]): Promise<RuleCase> => ({
  scene: paintEyes(await drawScene(), ...colour),
})

const forehead = (scene: Scene): { x: number; y: number } => {
  const { x, y } = getPoint(scene.face!, POINT.FOREHEAD_TOP)
  return { x, y: y + 40 }
}

/** A burnt-out spot of `radius` px on the forehead. */
async function burn(radius: number): Promise<RuleCase> {
  const scene = await drawScene()
  const place = forehead(scene)
  return { scene: paint(scene, createEllipse(place, radius, radius), fill(255, 255, 255)), place }
}

/** Shine takes colour away and adds light, without clipping. */
async function shine(radius: number): Promise<RuleCase> {
  const scene = await drawScene({ skinTone: 6 })
  const place = forehead(scene)
  return { scene: paint(scene, createEllipse(place, radius, radius), fill(225, 222, 218)), place }
}

/** One cheek and its jaw under hair: only the forehead can be compared. */
async function coverCheek(): Promise<UnknownCase> {
  const scene = await drawScene()
  const covered = (['rightCheek', 'rightJaw'] as const).reduce((painted, patch) => {
    const hair: Polygon = scalePolygon(getSkinPolygon(scene.face!, patch), 1.3)
    return paint(painted, hair, fill(20, 16, 14))
  }, scene)
  return { scene: covered, reason: 'covered' }
}

export default defineCases(rule, {
  balance: {
    pass: () => lit({ balance: 1.5 }, 1.44),
    near: () => lit({ balance: 3 }, 2.41),
    fail: () => lit({ balance: 4 }, 2.78),
    unknown: coverCheek,
  },
  exposure: {
    pass: () => lit({}, 64),
    near: () => lit({ stops: 0.3 }, 70.2),
    fail: () => lit({ stops: 1 }, 76.7),
    unknown: tooSmall,
  },
  highlights: {
    pass: async () => ({ scene: await drawScene(), value: 0 }),
    near: () => burn(20),
    fail: () => shine(30),
    unknown: tooSmall,
  },
  cast: {
    pass: () => lit({}, 2.8),
    near: () => cast(235, 205, 170),
    fail: () => cast(235, 190, 130),
    // Whites darker than the skin are lashes and lids.
    unknown: async () => ({ scene: paintEyes(await drawScene(), 90, 70, 60), reason: 'ambiguous' }),
  },
})
