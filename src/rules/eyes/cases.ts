import type { Scene } from '../../contract/scene'
import { eyeWidth, midpoint, getPoint } from '../../lib/landmarks'
import { drawScene, placeLandmarks, shrinkFace } from '../../../tests/support/case-scenes'
import { defineCases, type QuantityCases, type RuleCase } from '../../../tests/support/rule-cases'
import rule from './index'

/** Upper and lower lid, three pairs of each eye. */
const LIDS = {
  right: [
    [160, 144],
    [159, 145],
    [158, 153],
  ],
  left: [
    [387, 373],
    [386, 374],
    [385, 380],
  ],
} as const

/** The lids of one eye `gap` of its width apart. */
function openEye(scene: Scene, side: 'left' | 'right', gap: number): Scene {
  const half = (gap * eyeWidth(scene.face!, side)) / 2
  const places = LIDS[side].flatMap(([upper, lower]) => {
    const { x, y } = midpoint(getPoint(scene.face!, upper), getPoint(scene.face!, lower))
    return [
      [upper, { x, y: y - half }],
      [lower, { x, y: y + half }],
    ] as const
  })
  return placeLandmarks(scene, Object.fromEntries(places))
}

function casesOf(side: 'left' | 'right'): QuantityCases {
  const open = async (gap: number): Promise<RuleCase> => {
    const scene = await drawScene()
    const [upper, lower] = LIDS[side][1]
    const place = midpoint(getPoint(scene.face!, upper), getPoint(scene.face!, lower))
    return { scene: openEye(scene, side, gap), value: gap, place }
  }
  return {
    pass: () => open(0.3),
    near: () => open(0.14),
    fail: () => open(0.12),
    // An eye of less than six pixels.
    unknown: async () => ({ scene: shrinkFace(await drawScene(), 0.08), reason: 'too-small' }),
  }
}

export default defineCases(rule, { left: casesOf('left'), right: casesOf('right') })
