import { expect, it } from 'vitest'
import type { PartMap, DetectedParts } from '../../contract/parts'
import { getBounds } from '../../lib/polygon'
import { FAULTLESS_PARTS, createFlatMap, createScene } from '../../../tests/support/detected-parts'
import { readEyebrow } from './measure'

const withRight = (map: PartMap): DetectedParts => ({
  ...FAULTLESS_PARTS,
  brows: { ...FAULTLESS_PARTS.brows, right: map },
})
/** Hair over the columns `from`..`to`, as shares of the crop's width. */
const curtain = (from: number, to: number): PartMap => {
  const map = createFlatMap(28, 20, 0)
  map.data.forEach((_, i) => {
    const at = ((i % 28) + 0.5) / 28
    if (at > from && at < to) map.data[i] = 1
  })
  return map
}

it('a free brow is told with what shows of it, and is outlined itself', () => {
  const reading = readEyebrow(createScene(FAULTLESS_PARTS), 'right')
  expect(reading).toMatchObject({ value: expect.closeTo(0.99, 2) as number })
  expect(getBounds(reading.regions![0]!)).toMatchObject({
    x: expect.closeTo(216, 0) as number,
    width: expect.closeTo(68, 0) as number,
  })
})
it('hair over half of it is a half, and the hair is outlined', () => {
  // The brow spans 68 of the crop's 112 px around its middle.
  const reading = readEyebrow(createScene(withRight(curtain(0.5, 1))), 'right')
  expect(reading).toMatchObject({ value: expect.closeTo(0.5, 1) as number })
  expect(getBounds(reading.regions![0]!).x).toBeGreaterThan(240)
})
it('a strand of a fiftieth of the crop is no fault', () =>
  expect(readEyebrow(createScene(withRight(curtain(0.5, 0.54))), 'right')).toMatchObject({
    value: expect.closeTo(0.95, 1) as number,
  }))
it('about a fifth is not told', () =>
  expect(readEyebrow(createScene(withRight(curtain(0.5, 0.62))), 'right')).toHaveProperty('unknown'))
it('hair elsewhere on the forehead is none of the brow', () => {
  const map = createFlatMap(28, 20, 0)
  map.data.fill(1, 0, 28 * 5)
  expect(readEyebrow(createScene(withRight(map)), 'right')).toMatchObject({ value: expect.closeTo(1, 2) as number })
})
