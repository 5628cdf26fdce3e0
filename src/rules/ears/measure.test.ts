import { expect, it } from 'vitest'
import type { DetectedParts } from '../../contract/parts'
import { getBounds } from '../../lib/polygon'
import { FAULTLESS_PARTS, createScene } from '../../../tests/support/detected-parts'
import { readEar, EAR_UNKNOWN_BAND } from './measure'

const withLeft = (visible: number): DetectedParts => ({
  ...FAULTLESS_PARTS,
  ears: { ...FAULTLESS_PARTS.ears, left: { ...FAULTLESS_PARTS.ears.left, visible } },
})

it('an ear that shows is told with its share and outlined beside the cheek', () => {
  const reading = readEar(createScene(FAULTLESS_PARTS), 'left')
  expect(reading).toMatchObject({ value: 0.98 })
  const { x, width, y, height } = getBounds(reading.regions![0]!)
  // The left cheek ends at x 400, eyes at y 300, lips at 390.
  expect(x).toBeGreaterThan(385)
  expect(x + width).toBeLessThan(440)
  expect(y).toBeGreaterThan(260)
  expect(y + height).toBeLessThan(400)
})
it('both sides mirror each other', () => {
  const [left, right] = (['left', 'right'] as const).map(side =>
    getBounds(readEar(createScene(FAULTLESS_PARTS), side).regions![0]!),
  )
  expect(left!.x - 300).toBeCloseTo(300 - (right!.x + right!.width), 3)
  expect(left!.y).toBeCloseTo(right!.y, 3)
})
it('a hidden ear has a low share and a high score', () =>
  expect(readEar(createScene(withLeft(0.03)), 'left')).toMatchObject({ value: 0.03, score: 0.97 }))
it('between, it is not told', () =>
  expect(
    readEar(createScene(withLeft(1 - (EAR_UNKNOWN_BAND.visible + EAR_UNKNOWN_BAND.hidden) / 2)), 'left'),
  ).toHaveProperty('unknown'))
it('the far ear of a turned head is not said to be under hair', () => {
  expect(readEar(createScene(withLeft(0.03), { yaw: 20 }), 'left')).toMatchObject({ unknown: 'turned' })
  expect(readEar(createScene(withLeft(0.03), { yaw: -20 }), 'left')).toMatchObject({ value: 0.03 })
})
it('an ear beyond the edge of the photo is cut off', () => {
  const moved = Object.fromEntries([234, 454].map((index, i) => [index, [i ? 595 : 395, 320] as const]))
  expect(readEar(createScene(FAULTLESS_PARTS, { points: moved }), 'left')).toMatchObject({ unknown: 'cut-off' })
})
