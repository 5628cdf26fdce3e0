import { expect, it } from 'vitest'
import type { Scene } from '../contract/scene'
import { createScene } from '../../tests/support/detected-parts'
import { cutPart, cutParts, PART_CROPS, placePart } from './part-crops'
import { toSourcePoint } from './part-maps'

/** A mirror-symmetric picture: darker with the distance from the middle column, lighter downwards. */
function mirrorScene(): Scene {
  const scene = createScene(null)
  const { width, height, data } = scene.head!.pixels
  for (let y = 0; y < height; y++)
    for (let x = 0; x < width; x++) data.set([250 - Math.abs(x + 0.5 - 300) / 2, y / 4, 100, 255], 4 * (y * width + x))
  return scene
}

it('the left crop of a mirrored face is the right one', () => {
  const scene = mirrorScene()
  for (const part of ['ear', 'brow'] as const) {
    const [right, left] = [cutPart(scene, part, 'right'), cutPart(scene, part, 'left')]
    const maxDifference = right.data.reduce(
      (largest, value, i) => Math.max(largest, Math.abs(value - left.data[i]!)),
      0,
    )
    expect(maxDifference, part).toBeLessThanOrEqual(1)
  }
})
it('every crop has its size; what lies outside the photo is 0, mask too', () => {
  const { ears, brows, eyes, mouth, crown, face } = cutParts(mirrorScene())
  for (const [part, crop] of [
    ['ear', ears.left],
    ['brow', brows.right],
    ['eyes', eyes],
    ['mouth', mouth],
    ['crown', crown],
    ['face', face],
  ] as const) {
    expect([crop.width, crop.height]).toEqual([PART_CROPS[part].width, PART_CROPS[part].height])
    expect(crop.data.some(value => value > 0)).toBe(true)
  }
  const movedScene = createScene(null, { points: { 10: [300, 5] } })
  expect([...cutPart(movedScene, 'crown', 'both').data.subarray(0, 4)]).toEqual([0, 0, 0, 0])
})
it('each crop pixel is the mean over its area where the photo has more pixels', () => {
  const scene = createScene(null)
  scene.head!.pixels.data.forEach((_, i, data) => {
    data[i] = (i >> 2) % 2 ? 255 : 0
  })
  // 1.8 face widths on 80 px: 4.5 columns per pixel, so that stripes of one column average to grey.
  const middle = cutPart(scene, 'crown', 'both').data.subarray(4 * (40 * 80 + 20), 4 * (40 * 80 + 60))
  middle.forEach((value, i) => {
    if (i % 4 < 3) expect(Math.abs(value - 127)).toBeLessThan(70)
  })
})
it('the middle of a crop is its centre in the photo', () => {
  const { face } = createScene(null)
  const placement = placePart(face!, 'ear', 'left')
  expect(toSourcePoint(placement, 'ear', 0.5, 0.5)).toEqual(placement.centre)
  // Mirrored: the crop's left edge is the outer side.
  expect(toSourcePoint(placement, 'ear', 0, 0.5).x).toBeGreaterThan(placement.centre.x)
})
