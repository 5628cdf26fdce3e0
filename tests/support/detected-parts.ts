import type { PartMap, DetectedParts } from '../../src/contract/parts'
import type { Scene } from '../../src/contract/scene'
import { LANDMARK_COUNT } from '../../src/contract/scene'
import { LINE, POINT } from '../../src/lib/landmarks'

/** A map that is `value` everywhere. */
export const createFlatMap = (width: number, height: number, value: number): PartMap => ({
  width,
  height,
  data: new Float32Array(width * height).fill(value),
})

const EAR_BOX = { left: 0.4, top: 0.2, right: 0.64, bottom: 0.7 }

/** Parts of a face without faults. */
export const FAULTLESS_PARTS: DetectedParts = {
  ears: { left: { visible: 0.98, box: EAR_BOX }, right: { visible: 0.98, box: EAR_BOX } },
  brows: { left: createFlatMap(28, 20, 0.01), right: createFlatMap(28, 20, 0.01) },
  eyes: {
    worn: 0.01,
    tinted: 0.01,
    rim: createFlatMap(96, 48, 0),
    glare: createFlatMap(96, 48, 0),
    crossing: createFlatMap(96, 48, 0),
  },
  mouth: { open: 0.02 },
  crown: { worn: 0.01, cloth: createFlatMap(10, 8, 0) },
  face: { covered: 0.01, cover: createFlatMap(16, 16, 0) },
}

/** Points of a frontal face 200 px wide around (300, 300), for the landmarks that the part rules use. Source pixels. */
const LANDMARK_PLACES: Readonly<Record<number, readonly [number, number]>> = {
  ...Object.fromEntries(
    LINE.FACE_OVAL.map((index, i) => [index, pointOnEllipse([300, 315], [100, 125], i / LINE.FACE_OVAL.length - 0.25)]),
  ),
  [POINT.RIGHT_CHEEK]: [200, 320],
  [POINT.LEFT_CHEEK]: [400, 320],
  [POINT.FOREHEAD_TOP]: [300, 190],
  [POINT.CHIN]: [300, 440],
  [POINT.NOSE_BRIDGE]: [300, 290],
  ...Object.fromEntries(
    LINE.RIGHT_EYE.map((index, i) => [index, pointOnEllipse([250, 300], [20, 9], i / LINE.RIGHT_EYE.length + 0.5)]),
  ),
  ...Object.fromEntries(
    LINE.LEFT_EYE.map((index, i) => [index, pointOnEllipse([350, 300], [20, 9], i / LINE.LEFT_EYE.length)]),
  ),
  ...Object.fromEntries(
    LINE.RIGHT_BROW.map((index, i) => [index, pointOnEllipse([250, 265], [34, 8], i / LINE.RIGHT_BROW.length + 0.5)]),
  ),
  ...Object.fromEntries(
    LINE.LEFT_BROW.map((index, i) => [index, pointOnEllipse([350, 265], [34, 8], i / LINE.LEFT_BROW.length)]),
  ),
  ...Object.fromEntries(
    LINE.LIPS_OUTER.map((index, i) => [index, pointOnEllipse([300, 390], [36, 12], i / LINE.LIPS_OUTER.length + 0.5)]),
  ),
  [POINT.RIGHT_IRIS]: [250, 300],
  [POINT.LEFT_IRIS]: [350, 300],
  13: [300, 390],
  14: [300, 390],
  82: [290, 390],
  87: [290, 390],
  312: [310, 390],
  317: [310, 390],
}
function pointOnEllipse(
  [x, y]: readonly [number, number],
  [across, down]: readonly [number, number],
  turn: number,
): [number, number] {
  return [x + across * Math.cos(2 * Math.PI * turn), y + down * Math.sin(2 * Math.PI * turn)]
}

/** A scene of 600 x 700 grey pixels with that face; `points` overrides landmarks. */
export function createScene(
  parts: DetectedParts | null,
  { yaw = 0, points = {} as Readonly<Record<number, readonly [number, number]>> } = {},
): Scene {
  const landmarks = new Float32Array(3 * LANDMARK_COUNT)
  for (const [index, [x, y]] of Object.entries({ ...LANDMARK_PLACES, ...points }))
    landmarks.set([x, y, 0], 3 * Number(index))
  const pixels = { width: 600, height: 700, data: new Uint8ClampedArray(4 * 600 * 700).fill(140) }
  const whole = { pixels, x: 0, y: 0, scale: 1 }
  return {
    width: 600,
    height: 700,
    file: null,
    faceCount: 1,
    face: { landmarks, pose: { yaw, pitch: 0, roll: 0 } },
    person: null,
    parts,
    partsAbsent: 'pending',
    whole,
    head: whole,
  }
}
