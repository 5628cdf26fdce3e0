import { expect, it } from 'vitest'
import { FAULTLESS_PARTS, createFlatMap, createScene } from '../../../tests/support/detected-parts'
import { readMouthGap } from '../mouth/measure'
import { readCoveredShare } from './measure'

const NOWHERE = createFlatMap(16, 16, 0.005)
const BELOW_THE_NOSE = { ...NOWHERE, data: Float32Array.from({ length: 256 }, (_, at) => (at < 8 * 16 ? 0.005 : 0.97)) }
const sceneWith = (covered: number, cover: typeof NOWHERE): ReturnType<typeof createScene> =>
  createScene({ ...FAULTLESS_PARTS, face: { covered, cover } })

it('a bare face: hardly any share, nothing outlined', () => {
  const reading = readCoveredShare(sceneWith(0.01, NOWHERE))
  expect(reading).toMatchObject({ value: expect.closeTo(0.005, 3) as number, score: 0.01, regions: [] })
})
it('a mask: its share, outlined, and the mouth behind it is not told', () => {
  const scene = sceneWith(0.99, BELOW_THE_NOSE)
  const reading = readCoveredShare(scene)
  expect('value' in reading && Number(reading.value)).toBeGreaterThan(0.4)
  expect(reading.regions).toHaveLength(1)
  expect(readMouthGap(scene)).toMatchObject({ unknown: 'covered' })
})
it('between, it is not told, and neither is the mouth', () => {
  const scene = sceneWith(0.5, BELOW_THE_NOSE)
  expect(readCoveredShare(scene)).toMatchObject({ unknown: 'ambiguous', score: 0.5 })
  expect(readMouthGap(scene)).toMatchObject({ unknown: 'covered' })
})
it('a likelihood and a map that contradict each other tell nothing', () => {
  expect(readCoveredShare(sceneWith(0.99, NOWHERE))).toHaveProperty('unknown')
  expect(readCoveredShare(sceneWith(0.01, BELOW_THE_NOSE))).toHaveProperty('unknown')
})
it('what covers no lips leaves the mouth told', () => {
  const aboveTheNose = { ...NOWHERE, data: BELOW_THE_NOSE.data.toReversed() }
  expect(readMouthGap(sceneWith(0.99, aboveTheNose))).toMatchObject({ value: 0 })
})
