import { expect, it } from 'vitest'
import { layOnWhite } from './on-white'

it('half of a colour and half of white; opaque pixels stay', () => {
  const straight = Uint8ClampedArray.from([100, 0, 255, 51, 10, 20, 30, 255, 7, 7, 7, 0])
  layOnWhite(straight, false)
  expect([...straight]).toEqual([224, 204, 255, 255, 10, 20, 30, 255, 255, 255, 255, 255])
  const premultiplied = Uint8ClampedArray.from([20, 0, 51, 51])
  layOnWhite(premultiplied, true)
  expect([...premultiplied]).toEqual([224, 204, 255, 255])
})
