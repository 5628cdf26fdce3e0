import { expect, it } from 'vitest'
import { FAULTLESS_PARTS, createScene } from '../../../tests/support/detected-parts'
import { LIP_GAP_MODEL, readMouthGap } from './measure'

const lipsWithGap = (gap: number): Readonly<Record<number, readonly [number, number]>> => ({
  14: [300, 390 + 72 * gap],
  87: [290, 390 + 72 * gap],
  317: [310, 390 + 72 * gap],
})
const partsWithMouth = (open: number): typeof FAULTLESS_PARTS => ({ ...FAULTLESS_PARTS, mouth: { open } })

it('closed lips', () => expect(readMouthGap(createScene(FAULTLESS_PARTS))).toMatchObject({ value: 0 }))
it('an open mouth, by mesh and model', () => {
  const reading = readMouthGap(createScene(partsWithMouth(0.99), { points: lipsWithGap(0.2) }))
  expect(reading).toMatchObject({ score: expect.closeTo(1, 2) as number })
  expect('value' in reading && Number(reading.value)).toBeGreaterThan(LIP_GAP_MODEL.middle)
})
it('teeth that the model sees add to a narrow gap', () => {
  const scoreOf = (open: number): number => {
    const reading = readMouthGap(createScene(partsWithMouth(open), { points: lipsWithGap(0.05) }))
    return 'score' in reading ? reading.score! : NaN
  }
  expect(scoreOf(0.99)).toBeGreaterThan(scoreOf(0.01) + 0.3)
})
it('a model that is certain does not overflow', () => {
  for (const open of [0, 1])
    expect(readMouthGap(createScene(partsWithMouth(open)))).toMatchObject({ score: expect.any(Number) as number })
})
