import { expect, it } from 'vitest'
import type { PartMap, PartsSeen } from '../../contract/parts'
import { FAULTLESS, flat, sceneWith } from '../../../tests/support/parts-seen'
import { measureGlasses } from './measure'

const withEyes = (eyes: Partial<PartsSeen['eyes']>): PartsSeen => ({ ...FAULTLESS, eyes: { ...FAULTLESS.eyes, worn: 0.99, ...eyes } })
/** A band over all columns, rows as shares of the crop; the eyes lie a little above its middle. */
const band = (from: number, to: number): PartMap => {
  const map = flat(96, 48, 0)
  map.data.forEach((_, i) => { const at = (Math.floor(i / 96) + 0.5) / 48; if (at > from && at < to) map.data[i] = 1 })
  return map
}

it('without glasses there is neither glare nor frame', () => expect(measureGlasses(sceneWith(FAULTLESS))).toMatchObject({ kind: { value: 'none' }, glare: { value: 0 }, frame: { value: 0 } }))
it('clear glasses without fault', () => expect(measureGlasses(sceneWith(withEyes({})))).toMatchObject({ kind: { value: 'clear', score: 0.99 }, glare: { value: 0 }, frame: { value: 0 } }))
it('tinted glasses', () => expect(measureGlasses(sceneWith(withEyes({ tinted: 0.97 }))).kind).toMatchObject({ value: 'tinted' }))
it('where tint can’t be told, the kind is not told', () => expect(measureGlasses(sceneWith(withEyes({ tinted: 0.5 }))).kind).toHaveProperty('unknown'))
it('where glasses can’t be told, nothing about them is', () => {
  const { kind, glare, frame } = measureGlasses(sceneWith(withEyes({ worn: 0.5 })))
  for (const reading of [kind, glare, frame]) expect(reading).toHaveProperty('unknown')
})
it('a reflection over the eyes is measured and outlined', () => {
  const { glare } = measureGlasses(sceneWith(withEyes({ glare: band(0.3, 0.6) })))
  expect(glare).toMatchObject({ score: expect.closeTo(1, 3) as number })
  expect(glare.regions!.length).toBeGreaterThan(0)
})
it('a rim across the eyes is measured, one below them is not', () => {
  expect(measureGlasses(sceneWith(withEyes({ rim: band(0.4, 0.5) }))).frame).toMatchObject({ score: expect.closeTo(1, 2) as number })
  expect(measureGlasses(sceneWith(withEyes({ rim: band(0.75, 0.9) }))).frame).toMatchObject({ value: 0 })
})
