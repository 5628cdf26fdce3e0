import { expect, it } from 'vitest'
import { FAULTLESS, flat, sceneWith } from '../../../tests/support/parts-seen'
import { headwearWorn } from './measure'

const seen = (worn: number): typeof FAULTLESS => ({ ...FAULTLESS, crown: { worn, cloth: flat(10, 8, worn > 0.5 ? 0.9 : 0) } })

it('bareheaded', () => expect(headwearWorn(sceneWith(FAULTLESS))).toMatchObject({ value: false, regions: [] }))
it('a covering is told and outlined', () => {
  const reading = headwearWorn(sceneWith(seen(0.98)))
  expect(reading).toMatchObject({ value: true })
  expect(reading.regions!.length).toBe(1)
})
it('between, it is not told', () => expect(headwearWorn(sceneWith(seen(0.5)))).toHaveProperty('unknown'))
it('a photo cut below the hairline can’t tell', () => expect(headwearWorn(sceneWith(FAULTLESS, { points: { 10: [300, -5] } }))).toMatchObject({ unknown: 'cut-off' }))
