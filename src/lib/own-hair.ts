import type { Lab } from '../contract/reading'
import type { Scene } from '../contract/scene'
import type { Point } from '../contract/space'
import { labOf } from './color'
import { faceWidth, pointOf, POINT } from './landmarks'
import { eachPixel, rectangle } from './polygon'
import { median } from './stats'

/** Above the forehead: hair in everyone who has some. Source pixels. */
function hairRegion(face: NonNullable<Scene['face']>): Point[] {
  const unit = faceWidth(face)
  const top = pointOf(face, POINT.FOREHEAD_TOP)
  return rectangle(top.x - 0.25 * unit, top.y - 0.3 * unit, 0.5 * unit, 0.2 * unit)
}

/** Confidence (0..255) that a pixel of the head patch is the person; 255 without a mask. */
function personAt({ person, head, width, height }: Scene, column: number, row: number): number {
  if (!person) return 255
  const [x, y] = [head!.x + (column + 0.5) / head!.scale, head!.y + (row + 0.5) / head!.scale]
  return person.data[Math.floor((y * person.height) / height) * person.width + Math.floor((x * person.width) / width)]!
}

const SURE_PERSON = 180

/** Median colour of the person's own hair; null where none is seen (or it is a cap's). */
export function hairColour(scene: Scene): Lab | null {
  const labs: Lab[] = []
  const { data } = scene.head!.pixels
  eachPixel(hairRegion(scene.face!), scene.head!, (at, column, row) => {
    // Every fourth pixel is plenty.
    if (!((column | row) & 1) && personAt(scene, column, row) > SURE_PERSON)
      labs.push(labOf(data[at]!, data[at + 1]!, data[at + 2]!))
  })
  if (labs.length < 20) return null
  return { L: median(labs.map(({ L }) => L)), a: median(labs.map(({ a }) => a)), b: median(labs.map(({ b }) => b)) }
}
