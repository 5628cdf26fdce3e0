import { expect, it } from 'vitest'
import { FAULTLESS_PARTS, createFlatMap, createScene } from '../../../tests/support/detected-parts'
import { readHeadwear } from './measure'

const partsWithHeadwear = (worn: number): typeof FAULTLESS_PARTS => ({
  ...FAULTLESS_PARTS,
  crown: { worn, cloth: createFlatMap(10, 8, worn > 0.5 ? 0.9 : 0) },
})

it('bareheaded', () => expect(readHeadwear(createScene(FAULTLESS_PARTS))).toMatchObject({ value: false, regions: [] }))
it('a covering is told and outlined', () => {
  const reading = readHeadwear(createScene(partsWithHeadwear(0.98)))
  expect(reading).toMatchObject({ value: true })
  expect(reading.regions!.length).toBe(1)
})
it('between, it is not told', () => expect(readHeadwear(createScene(partsWithHeadwear(0.5)))).toHaveProperty('unknown'))
it('a photo cut below the hairline can’t tell', () =>
  expect(readHeadwear(createScene(FAULTLESS_PARTS, { points: { 10: [300, -5] } }))).toMatchObject({
    unknown: 'cut-off',
  }))
