import { expect, it } from 'vitest'
import type { PartMap, DetectedParts } from '../../contract/parts'
import { FAULTLESS_PARTS, createFlatMap, createScene } from '../../../tests/support/detected-parts'
import { measureGlasses } from './measure'

const withEyes = (eyes: Partial<DetectedParts['eyes']>): DetectedParts => ({
  ...FAULTLESS_PARTS,
  eyes: { ...FAULTLESS_PARTS.eyes, worn: 0.99, ...eyes },
})
/** A band over all columns; rows as shares of the crop's height. The eyes lie a little above its middle. */
const band = (from: number, to: number): PartMap => {
  const map = createFlatMap(96, 48, 0)
  map.data.forEach((_, i) => {
    const at = (Math.floor(i / 96) + 0.5) / 48
    if (at > from && at < to) map.data[i] = 1
  })
  return map
}

it('without glasses there is neither glare nor frame', () =>
  expect(measureGlasses(createScene(FAULTLESS_PARTS))).toMatchObject({
    kind: { value: 'none' },
    glare: { value: 0 },
    frame: { value: 0 },
  }))
it('clear glasses without fault', () =>
  expect(measureGlasses(createScene(withEyes({})))).toMatchObject({
    kind: { value: 'clear', score: 0.99 },
    glare: { value: 0 },
    frame: { value: 0 },
  }))
it('tinted glasses', () =>
  expect(measureGlasses(createScene(withEyes({ tinted: 0.97 }))).kind).toMatchObject({ value: 'tinted' }))
it('where tint can’t be told, the kind is not told', () =>
  expect(measureGlasses(createScene(withEyes({ tinted: 0.5 }))).kind).toHaveProperty('unknown'))
it('where glasses can’t be told, nothing about them is', () => {
  const { kind, glare, frame } = measureGlasses(createScene(withEyes({ worn: 0.5 })))
  for (const reading of [kind, glare, frame]) expect(reading).toHaveProperty('unknown')
})
it.each([
  ['over the eyes', 0.3, 0.6],
  ['below them', 0.8, 0.9],
])('a reflection %s is measured and outlined', (_, from, to) => {
  const { glare } = measureGlasses(createScene(withEyes({ glare: band(from, to) })))
  expect(glare).toMatchObject({ score: expect.closeTo(1, 3) as number })
  expect(glare.regions!.length).toBeGreaterThan(0)
})
it('glare is measured against the eye areas; a speck is none', () => {
  const of = (cells: number): number => {
    const map = createFlatMap(96, 48, 0)
    map.data.fill(1, 20 * 96, 20 * 96 + cells)
    return (measureGlasses(createScene(withEyes({ glare: map }))).glare as { value: number }).value
  }
  // The crop is 216 px by 108 px, the face 200 px wide: a cell is 5.06 px2, both eye areas 6,685 px2.
  expect(of(2)).toBeCloseTo((2 * 5.0625) / (2 * Math.PI * 0.19 * 0.14 * 200 ** 2), 4)
  expect(of(96)).toBeCloseTo((96 * 5.0625) / (2 * Math.PI * 0.19 * 0.14 * 200 ** 2), 4)
})
it(
  'a rim across an eye, one or both, is its whole width, however thin it is; one across half of it is ' +
    'outlined and not told; one that crosses no eye is nothing',
  () => {
    // The crop is 216 px wide around x = 300; each eye is 40 px wide between its corners.
    const over = (rows: number, half: number, ...eyes: readonly number[]): PartMap => {
      const map = createFlatMap(96, 48, 0)
      for (let row = 0; row < rows; row++)
        for (let column = 0; column < 96; column++)
          if (eyes.some(x => Math.abs(192 + ((column + 0.5) * 216) / 96 - x) < half))
            map.data[(20 + row) * 96 + column] = 1
      return map
    }
    for (const rows of [1, 4])
      for (const eyes of [[250, 350], [250], [350]])
        expect(measureGlasses(createScene(withEyes({ crossing: over(rows, 18, ...eyes) }))).frame).toMatchObject({
          value: 1,
          score: expect.closeTo(1, 2) as number,
        })
    expect(measureGlasses(createScene(withEyes({ crossing: over(4, 8, 250) }))).frame).toMatchObject({
      unknown: 'ambiguous',
      regions: [expect.any(Array)],
    })
    expect(measureGlasses(createScene(withEyes({ rim: band(0.75, 0.9) }))).frame).toMatchObject({ value: 0 })
  },
)
