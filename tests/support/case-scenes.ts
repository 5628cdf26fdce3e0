import { readFileSync } from 'node:fs'
import type { FileFacts } from '../../src/contract/file-facts'
import type { DetectedParts } from '../../src/contract/parts'
import type { Mask, Patch } from '../../src/contract/pixels'
import { LANDMARK_COUNT, type Pose, type Scene } from '../../src/contract/scene'
import type { Point, Polygon } from '../../src/contract/space'
import type { PortraitOptions } from '../../src/drawn/index'
import { forEachPixel } from '../../src/lib/polygon'
import { drawPixels } from '../../tools/pictures/drawn-jpeg'
import { buildRecordedScene, type RecordedDetections } from '../../tools/pictures/recorded-scene'

/**
 * Inputs of the rules' cases: a drawn portrait with the landmarks and mask that the models recorded for the faultless
 * one (light, wall, blur and skin tone don't affect them), changed in one place. Points are source pixels.
 */

/** Size of the drawn photo in px, so small that the head patch has the photo's own resolution. */
export const PHOTO = { width: 600, height: 800 } as const

const recorded = JSON.parse(readFileSync('tests/scenes/faultless.json', 'utf8')) as RecordedDetections
const drawn = new Map<string, Promise<Scene>>()

/** A drawn portrait before the parts model has run. Scenes are cached: don't modify them, change copies. */
export function drawScene(options: PortraitOptions = {}): Promise<Scene> {
  const key = JSON.stringify(options)
  let scene = drawn.get(key)
  if (!scene) {
    scene = drawPixels({ ...PHOTO, ...options }).then(photo => buildRecordedScene(photo, recorded, null))
    drawn.set(key, scene)
  }
  return scene
}

/** The scene with moved landmarks: `move` gets each point's index and position. */
export function moveLandmarks(scene: Scene, move: (index: number, point: Point) => Point): Scene {
  const landmarks = Float32Array.from(scene.face!.landmarks)
  for (let index = 0; index < LANDMARK_COUNT; index++) {
    const { x, y } = move(index, { x: landmarks[3 * index]!, y: landmarks[3 * index + 1]! })
    landmarks.set([x, y], 3 * index)
  }
  // Skin is cached by head patch, so another face needs its own patch object.
  return { ...scene, face: { ...scene.face!, landmarks }, head: scene.head && { ...scene.head } }
}

/** The scene with the given landmarks moved. */
export function placeLandmarks(scene: Scene, places: Readonly<Record<number, Point>>): Scene {
  return moveLandmarks(scene, (index, point) => places[index] ?? point)
}

/** The scene with another head pose (degrees); its landmarks stay. */
export function withPose(scene: Scene, pose: Partial<Pose>): Scene {
  return { ...scene, face: { ...scene.face!, pose: { ...scene.face!.pose, ...pose } } }
}

/** The scene with the given result of the parts model. */
export function withDetectedParts(scene: Scene, parts: DetectedParts): Scene {
  return { ...scene, parts }
}

/** The scene with the given file facts. */
export function withFile(scene: Scene, file: FileFacts): Scene {
  return { ...scene, file }
}

type Paint = (data: Uint8ClampedArray, at: number) => void

/** Paints with one sRGB colour. */
export function fill(r: number, g: number, b: number): Paint {
  return (data, at) => data.set([r, g, b], at)
}

function paintPatch(patch: Patch, polygon: Polygon, paint: Paint): Patch {
  const data = Uint8ClampedArray.from(patch.pixels.data)
  forEachPixel(polygon, patch, at => paint(data, at))
  return { ...patch, pixels: { ...patch.pixels, data } }
}

/** The scene with a polygon painted in the head patch and in the whole photo. */
export function paint(scene: Scene, polygon: Polygon, colour: Paint): Scene {
  return {
    ...scene,
    whole: paintPatch(scene.whole, polygon, colour),
    head: scene.head && paintPatch(scene.head, polygon, colour),
  }
}

/**
 * The scene with a changed person mask (0..255): `draw` gets the position in source pixels and the confidence there.
 */
export function redrawMask(scene: Scene, draw: (point: Point, confidence: number) => number): Scene {
  const { width, height, data } = scene.person!
  const person: Mask = { width, height, data: Uint8Array.from(data) }
  for (let at = 0; at < data.length; at++) {
    const point = {
      x: (((at % width) + 0.5) * scene.width) / width,
      y: ((Math.floor(at / width) + 0.5) * scene.height) / height,
    }
    person.data[at] = draw(point, data[at]!)
  }
  return { ...scene, person }
}

/** The scene with a resampled person mask: `from` gives the source point for each point. */
export function moveMask(scene: Scene, from: (point: Point) => Point): Scene {
  const { width, height, data } = scene.person!
  return redrawMask(scene, point => {
    const { x, y } = from(point)
    const [column, row] = [Math.floor((x * width) / scene.width), Math.floor((y * height) / scene.height)]
    return column < 0 || row < 0 || column >= width || row >= height ? 0 : data[row * width + column]!
  })
}

/** The scene with the face scaled by `share`, as if photographed from further away. */
export function shrinkFace(scene: Scene, share: number): Scene {
  return moveLandmarks(scene, (_, { x, y }) => ({
    x: scene.width / 2 + share * (x - scene.width / 2),
    y: scene.height / 2 + share * (y - scene.height / 2),
  }))
}

/** A scene without a detected face. */
export async function withoutFace(): Promise<{ scene: Scene; reason: 'no-face' }> {
  return { scene: { ...(await drawScene()), face: null, faceCount: 0, head: null }, reason: 'no-face' }
}

/** A scene whose parts model failed to load. */
export async function withoutParts(): Promise<{ scene: Scene; reason: 'not-loaded' }> {
  return { scene: { ...(await drawScene()), partsAbsent: 'not-loaded' }, reason: 'not-loaded' }
}
