import type { Scene } from '../../contract/scene'
import { planCrop } from '../../crop/plan'
import { POINT, getPoint } from '../../lib/landmarks'
import { getProfile } from '../../profiles/index'
import { toCropTarget } from '../../profiles/targets'
import { drawScene, moveLandmarks, moveMask, redrawMask } from '../../../tests/support/case-scenes'
import { defineCases, type RuleCase, type UnknownCase } from '../../../tests/support/rule-cases'
import rule from './index'

/** The least photo that the clause allows: its only crop is the whole of it. */
const PHOTO = { width: 480, height: 640 } as const
/** Composition of the drawn portrait, px of the clause frame. */
const DRAWN = { headTop: 79.9, eyeLine: 253.1, faceWidth: 223.3, centre: 1.2 } as const

/** The planner may cut closer where that helps; limits as wide as can be leave it the whole photo. */
const ANYTHING = { min: -1e4, max: 1e4 } as const
const WHOLE_PHOTO = {
  ...toCropTarget(getProfile('moe-2017-99')),
  headTop: ANYTHING,
  eyeLine: ANYTHING,
  faceWidth: ANYTHING,
  centre: ANYTHING,
}

const planned = (scene: Scene): RuleCase => ({
  scene,
  plan: planCrop({ ...PHOTO, face: scene.face!, person: scene.person }, WHOLE_PHOTO),
})

interface Framing {
  readonly right?: number
  readonly down?: number
  readonly scale?: number
}

/** The head moved by px and scaled around the photo's middle. */
async function frame({ right = 0, down = 0, scale = 1 }: Framing): Promise<RuleCase> {
  const [x0, y0] = [PHOTO.width / 2, PHOTO.height / 2]
  const moved = moveLandmarks(await drawScene(PHOTO), (_, { x, y }) => ({
    x: x0 + scale * (x - x0) + right,
    y: y0 + scale * (y - y0) + down,
  }))
  const scene = moveMask(moved, ({ x, y }) => ({ x: x0 + (x - right - x0) / scale, y: y0 + (y - down - y0) / scale }))
  return planned(scene)
}

const framed = async (framing: Framing, value: number): Promise<RuleCase> => ({
  ...(await frame(framing)),
  value,
  tolerance: 1,
})

/** The subject's left shoulder lower by `degrees`: the mask below the chin is sheared. */
async function slope(degrees: number): Promise<RuleCase> {
  const scene = await drawScene(PHOTO)
  const chin = getPoint(scene.face!, POINT.CHIN)
  const fall = Math.tan((degrees * Math.PI) / 180)
  const sheared = moveMask(scene, ({ x, y }) => ({ x, y: y > chin.y - 20 ? y - fall * (x - chin.x) : y }))
  return { ...planned(sheared), value: degrees, tolerance: 0.5 }
}

const withoutCrop = async (): Promise<UnknownCase> => ({ scene: await drawScene(PHOTO), reason: 'no-crop' })

export default defineCases(rule, {
  'head-top': {
    pass: () => framed({}, DRAWN.headTop),
    near: () => framed({ down: -28 }, DRAWN.headTop - 28),
    fail: () => framed({ down: -32 }, DRAWN.headTop - 32),
    // Hair that reaches the photo's edge may go on outside.
    unknown: async () => {
      const scene = redrawMask(await drawScene(PHOTO), ({ x, y }, confidence) =>
        y < 200 && Math.abs(x - PHOTO.width / 2) < 40 ? 255 : confidence,
      )
      return { ...planned(scene), reason: 'cut-off' }
    },
  },
  'eye-line': {
    pass: () => framed({}, DRAWN.eyeLine),
    near: () => framed({ down: 45 }, DRAWN.eyeLine + 45),
    fail: () => framed({ down: -55 }, DRAWN.eyeLine - 55),
    unknown: withoutCrop,
  },
  'face-width': {
    pass: () => framed({}, DRAWN.faceWidth),
    near: () => framed({ scale: 1.335, down: 90 }, 298.1),
    fail: () => framed({ scale: 0.78 }, 174.2),
    unknown: withoutCrop,
  },
  centre: {
    pass: () => framed({}, DRAWN.centre),
    near: () => framed({ right: -23 }, DRAWN.centre - 23),
    fail: () => framed({ right: 24 }, DRAWN.centre + 24),
    unknown: withoutCrop,
  },
  shoulders: {
    pass: () => slope(2),
    near: () => slope(-5.7),
    fail: () => slope(8),
    // Hair over both shoulders hides the line.
    unknown: async () => {
      const scene = redrawMask(await drawScene(PHOTO), ({ y }, confidence) => (y > 280 ? 255 : confidence))
      return { ...planned(scene), reason: 'covered' }
    },
  },
})
