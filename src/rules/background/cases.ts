import type { PortraitOptions } from '../../drawn/index'
import type { Point } from '../../contract/space'
import { createRectangle } from '../../lib/polygon'
import { drawScene, fill, paint, PHOTO, redrawMask } from '../../../tests/support/case-scenes'
import { defineCases, type RuleCase, type UnknownCase } from '../../../tests/support/rule-cases'
import rule from './index'

const hang = async (wall: NonNullable<PortraitOptions['wall']>, value: number): Promise<RuleCase> => ({
  scene: await drawScene({ wall }),
  value,
})

/** A person who fills the picture leaves no wall. */
const withoutWall = async (): Promise<UnknownCase> => ({
  scene: redrawMask(await drawScene(), () => 255),
  reason: 'no-background',
})

/** Someone else's head in the upper left corner of the mask, `size` px wide. */
async function addStranger(size: number): Promise<RuleCase> {
  const scene = redrawMask(await drawScene(), ({ x, y }, confidence) => (x < size && y < size ? 255 : confidence))
  return { scene, place: { x: size / 3, y: size / 3 } }
}

/** Something laid over the picture: rectangles in shares of it. */
async function lay(value: string, ...areas: readonly [number, number, number, number][]): Promise<RuleCase> {
  const scene = areas.reduce(
    (laid, [x, y, w, h]) =>
      paint(laid, createRectangle(x * PHOTO.width, y * PHOTO.height, w * PHOTO.width, h * PHOTO.height), fill(0, 0, 0)),
    await drawScene(),
  )
  return { scene, value }
}

/** A date in the wall's upper corner, as a camera writes it: a row of strokes. */
const DATE = Array.from({ length: 8 }, (_, i): [number, number, number, number] => [0.1 + 0.022 * i, 0.06, 0.012, 0.02])

/** The wall's corners in white beyond a quarter of a circle. */
async function roundCorners(radius: number): Promise<RuleCase> {
  const scene = await drawScene()
  const corner = (x: number, turn: number): Point[] => [
    { x: x + turn * radius, y: 0 },
    { x, y: 0 },
    { x, y: radius },
    ...Array.from({ length: 12 }, (_, i) => ({
      x: x + turn * radius * (1 - Math.cos((Math.PI / 24) * (i + 1))),
      y: radius * (1 - Math.sin((Math.PI / 24) * (i + 1))),
    })),
  ]
  const rounded = [corner(0, 1), corner(PHOTO.width, -1)].reduce(
    (laid, outline) => paint(laid, outline, fill(255, 255, 255)),
    scene,
  )
  return { scene: rounded, value: 'corners', place: { x: radius / 5, y: radius / 5 } }
}

/** Whatever is laid over the picture fails, and is named. */
export const FRAMES: readonly (() => Promise<RuleCase>)[] = [
  () => lay('bar', [0, 0.94, 1, 0.06]),
  () => lay('bar', [0, 0, 0.05, 1]),
  () => lay('border', [0, 0, 1, 0.005], [0, 0.995, 1, 0.005], [0, 0, 0.006, 1], [0.994, 0, 0.006, 1]),
  () => lay('writing', ...DATE),
  () => roundCorners(40),
]

export default defineCases(rule, {
  colour: {
    pass: () => hang({ colour: '#64C5FF' }, 0),
    near: () => hang({ colour: '#5298E0' }, 13.3),
    fail: () => hang({ colour: '#438EDB' }, 16.5),
    unknown: withoutWall,
  },
  evenness: {
    pass: () => hang({ gradient: 5 }, 1.92),
    near: () => hang({ gradient: 7 }, 2.74),
    fail: async () => ({ ...(await hang({ gradient: 26 }, 12.2)), place: { x: 590, y: 20 } }),
    unknown: withoutWall,
  },
  clutter: {
    pass: () => hang({}, 0),
    near: () => addStranger(56),
    fail: async () => ({
      ...(await hang({ strip: 0.05 }, 0.097)),
      place: { x: 0.02 * PHOTO.width, y: PHOTO.height / 3 },
    }),
    unknown: withoutWall,
  },
  frame: {
    pass: async () => ({ scene: await drawScene(), value: 'none' }),
    // A thin dark line at one side is how a scan or a cut ends.
    near: () => lay('none', [0, 0, 0.002, 1]),
    fail: FRAMES[0]!,
    // Background rules look around a face.
    unknown: async () => {
      const scene = await drawScene()
      return { scene: { ...scene, face: null, faceCount: 0, head: null }, reason: 'no-face' }
    },
  },
})
