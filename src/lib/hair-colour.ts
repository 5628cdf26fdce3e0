import type { Lab } from '../contract/reading'
import type { Scene } from '../contract/scene'
import type { Point } from '../contract/space'
import { labOf } from './color'
import { faceWidth, getPoint, POINT } from './landmarks'
import { forEachPixel, createRectangle } from './polygon'
import { median } from './stats'

/** Region above the forehead, where almost everyone has hair. Source pixels. */
function getHairRegion(face: NonNullable<Scene['face']>): Point[] {
  const unit = faceWidth(face)
  const top = getPoint(face, POINT.FOREHEAD_TOP)
  return createRectangle(top.x - 0.25 * unit, top.y - 0.3 * unit, 0.5 * unit, 0.2 * unit)
}

/** Confidence (0..255) that a pixel of the head patch is the person; 255 without a mask. */
function samplePerson({ person, head, width, height }: Scene, column: number, row: number): number {
  if (!person) return 255
  const [x, y] = [head!.x + (column + 0.5) / head!.scale, head!.y + (row + 0.5) / head!.scale]
  return person.data[Math.floor((y * person.height) / height) * person.width + Math.floor((x * person.width) / width)]!
}

const MIN_PERSON_CONFIDENCE = 180

/** Median colour of the person's own hair (or of a cap); null if none is visible. */
export function measureHairColour(scene: Scene): Lab | null {
  const labs: Lab[] = []
  const { data } = scene.head!.pixels
  forEachPixel(getHairRegion(scene.face!), scene.head!, (at, column, row) => {
    // Every fourth pixel is enough.
    if (!((column | row) & 1) && samplePerson(scene, column, row) > MIN_PERSON_CONFIDENCE)
      labs.push(labOf(data[at]!, data[at + 1]!, data[at + 2]!))
  })
  if (labs.length < 20) return null
  return { L: median(labs.map(({ L }) => L)), a: median(labs.map(({ a }) => a)), b: median(labs.map(({ b }) => b)) }
}
