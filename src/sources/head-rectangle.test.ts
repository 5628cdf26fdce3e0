import { expect, it } from 'vitest'
import { LANDMARK_COUNT, type Face } from '../contract/scene'
import { POINT } from '../lib/landmarks'
import { findHeadRectangle } from './head-rectangle'

/** A face 100 px wide around x = 500; nose bridge at y = 400, chin at y = 500 by default. */
function face(cheeks: readonly [right: number, left: number] = [450, 550], bridgeY = 400, chinY = 500): Face {
  const landmarks = new Float32Array(3 * LANDMARK_COUNT)
  const put = (index: number, x: number, y: number): void => landmarks.set([x, y, 0], 3 * index)
  put(POINT.RIGHT_CHEEK, cheeks[0], 420)
  put(POINT.LEFT_CHEEK, cheeks[1], 420)
  put(POINT.NOSE_BRIDGE, 500, bridgeY)
  put(POINT.CHIN, 500, chinY)
  return { landmarks, pose: { yaw: 0, pitch: 0, roll: 0 } }
}

it('holds hair, chin and both ears with some wall', () => {
  const expected = { rect: { x: 405, y: 265, width: 190, height: 270 }, faceWidth: 100 }
  expect(findHeadRectangle(face(), 1000, 1000)).toEqual(expected)
  expect(findHeadRectangle(face([550, 450]), 1000, 1000), 'mirrored').toEqual(expected)
})
it.each([
  ['right and bottom', face(), [510, 420], { x: 405, y: 265, width: 105, height: 155 }],
  ['left and top', face([10, 110], 100), [1000, 1000], { x: 0, y: 0, width: 155, height: 535 }],
] as const)('is cut at the photo’s edges: %s', (_, one, [width, height], rect) =>
  expect(findHeadRectangle(one, width, height)?.rect).toEqual(rect),
)
it('is none where less than 8 px of it are inside, or where the face has no width', () => {
  expect(findHeadRectangle(face(), 413, 1000)?.rect.width).toBe(8)
  expect(findHeadRectangle(face(), 412, 1000)).toBeNull()
  expect(findHeadRectangle(face(), 1000, 273)?.rect.height).toBe(8)
  expect(findHeadRectangle(face(), 1000, 272)).toBeNull()
  expect(findHeadRectangle(face([500, 500]), 1000, 1000)).toBeNull()
})
