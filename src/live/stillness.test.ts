import { expect, it } from 'vitest'
import { LANDMARK_COUNT, type Face } from '../contract/scene'
import { POINT } from '../lib/landmarks'
import { hasMoved, Stillness } from './stillness'

/** A face with pupils 100 px apart and the midpoint of the eyes at `x`. */
function faceAt(x: number): Face {
  const landmarks = new Float32Array(3 * LANDMARK_COUNT)
  landmarks[3 * POINT.RIGHT_IRIS] = x - 50
  landmarks[3 * POINT.LEFT_IRIS] = x + 50
  return { landmarks, pose: { yaw: 0, pitch: 0, roll: 0 } }
}
/**
 * Whether the head counts as still after 1 s at `speed` inter-eye distances/s, with `tremble` px of landmark jitter.
 */
function stillAfter(speed: number, tremble = 0): boolean {
  const stillness = new Stillness()
  let still = false
  for (let frame = 0; frame <= 30; frame++)
    still = stillness.update(faceAt(300 + (speed * 100 * frame) / 30 + (frame % 2 ? tremble : 0)), (1000 * frame) / 30)
  return still
}

it('a head at rest is still, with the landmarks’ own tremble too; one that moves is not', () => {
  expect(stillAfter(0)).toBe(true)
  expect(stillAfter(0, 1)).toBe(true)
  expect(stillAfter(0.5)).toBe(false)
})
it('a head that was only just found, or lost, is not', () => {
  const stillness = new Stillness()
  expect(stillness.update(faceAt(0), 0)).toBe(false)
  expect(stillness.update(null, 100)).toBe(false)
  expect(stillness.update(faceAt(0), 400)).toBe(false)
})
it('a head that has turned or moved is elsewhere; one that trembles is not', () => {
  const faceWithYaw = (yaw: number): Face => ({ ...faceAt(300), pose: { yaw, pitch: 0, roll: 0 } })
  expect(hasMoved(faceAt(300), faceAt(304))).toBe(false)
  expect(hasMoved(faceAt(300), faceAt(340))).toBe(true)
  expect(hasMoved(faceWithYaw(0), faceWithYaw(-5))).toBe(false)
  expect(hasMoved(faceWithYaw(0), faceWithYaw(-12))).toBe(true)
})
it('movement is taken over a quarter of a second, whatever the frame rate', () => {
  const stillness = new Stillness()
  stillness.update(faceAt(300), 0)
  expect(stillness.update(faceAt(300), 249)).toBe(false)
  expect(stillness.update(faceAt(300), 250)).toBe(true)
})
it.each([
  [6.25, true],
  [6.3, false],
])('%d px of 100 between the eyes in a quarter of a second is still: %s, whenever it began', (moved, still) => {
  for (const start of [0, 60_000]) {
    const stillness = new Stillness()
    stillness.update(faceAt(300), start)
    expect(stillness.update(faceAt(300 + moved), start + 250)).toBe(still)
  }
})
it('what moved before just this quarter of a second does not count', () => {
  const stillness = new Stillness()
  stillness.update(faceAt(0), 0)
  stillness.update(faceAt(300), 100)
  expect(stillness.update(faceAt(300), 349)).toBe(false)
  expect(stillness.update(faceAt(300), 350)).toBe(true)
})
it('what moved long ago is forgotten', () => {
  const stillness = new Stillness()
  stillness.update(faceAt(0), 0)
  for (const at of [100, 200, 300, 400, 500]) stillness.update(faceAt(300), at)
  expect(stillness.update(faceAt(300), 600)).toBe(true)
})
it.each(['yaw', 'pitch', 'roll'] as const)('a turn in %s of more than eight degrees is elsewhere', angle => {
  const faceWithRotation = (degrees: number): Face => {
    const face = faceAt(300)
    return { ...face, pose: { ...face.pose, [angle]: degrees } }
  }
  expect(hasMoved(faceWithRotation(0), faceWithRotation(8))).toBe(false)
  for (const degrees of [8.1, -8.1]) expect(hasMoved(faceWithRotation(0), faceWithRotation(degrees))).toBe(true)
})
it.each(['yaw', 'pitch', 'roll'] as const)('a head that stays turned in %s has not moved', angle => {
  const face = faceAt(300)
  for (const degrees of [-20, 20]) {
    const turned = { ...face, pose: { ...face.pose, [angle]: degrees } }
    expect(hasMoved(turned, turned)).toBe(false)
  }
})
it('a shift of more than three tenths between the eyes is elsewhere', () => {
  for (const x of [329, 330]) expect(hasMoved(faceAt(300), faceAt(x))).toBe(false)
  expect(hasMoved(faceAt(300), faceAt(331))).toBe(true)
})
