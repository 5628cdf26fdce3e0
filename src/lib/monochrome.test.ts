import { describe, expect, it } from 'vitest'
import type { Pixels } from '../contract/pixels'
import { isMonochrome } from './monochrome'

/** A picture of random shades (by a fixed sequence), each turned into a colour. */
function shade(toColour: (shade: number, at: number) => [number, number, number]): Pixels {
  const [width, height] = [60, 60]
  const data = new Uint8ClampedArray(4 * width * height).fill(255)
  for (let i = 0, seed = 7; i < width * height; i++) {
    seed = (seed * 1103515245 + 12345) % 2147483648
    data.set(toColour(seed % 256, i), 4 * i)
  }
  return { width, height, data }
}

describe('isMonochrome', () => {
  it('knows grey, also with a little noise of a JPEG', () => {
    expect(isMonochrome(shade(value => [value, value, value]))).toBe(true)
    expect(isMonochrome(shade((value, at) => [value, value, value + (at % 3) - 1]))).toBe(true)
  })

  it('knows sepia: one tone at each lightness', () => {
    expect(isMonochrome(shade(value => [value, 0.85 * value, 0.65 * value]))).toBe(true)
  })

  it('takes a face before a grey wall for colour', () => {
    expect(isMonochrome(shade((value, at) => (at % 5 ? [value, value, value] : [200, 150, 120])))).toBe(false)
  })

  it('takes pale colours of two hues for colour', () => {
    expect(isMonochrome(shade((value, at) => (at % 2 ? [value, value, value + 14] : [value + 14, value, value])))).toBe(
      false,
    )
  })
})
