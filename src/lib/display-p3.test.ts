import sharp from 'sharp'
import { expect, it } from 'vitest'
import { displayP3ToSrgb } from './display-p3'

/** Every colour of a 9-step cube, RGBA. */
const STEPS = [0, 32, 64, 96, 128, 160, 192, 224, 255]
const cube = Uint8ClampedArray.from(STEPS.flatMap(r => STEPS.flatMap(g => STEPS.flatMap(b => [r, g, b, 255]))))

it('sRGB colours that another colour engine put into Display P3 come back, but for the rounding to bytes', async () => {
  const { data } = await sharp(Buffer.from(cube), { raw: { width: 81, height: 9, channels: 4 } })
    .withIccProfile('p3')
    .raw()
    .toBuffer({ resolveWithObject: true })
  const back = new Uint8ClampedArray(data)
  const off = (): number[] => [...back].map((value, i) => Math.abs(value - cube[i]!))
  expect(Math.max(...off())).toBeGreaterThan(20)
  displayP3ToSrgb(back)
  expect(Math.max(...off())).toBeLessThanOrEqual(3)
  expect(off().reduce((a, b) => a + b) / back.length).toBeLessThan(0.3)
})

it('greys stay, and a red beyond sRGB goes to its edge', () => {
  const colours = Uint8ClampedArray.from([0, 0, 0, 255, 120, 120, 120, 255, 255, 255, 255, 255, 255, 0, 0, 255])
  displayP3ToSrgb(colours)
  expect([...colours]).toEqual([0, 0, 0, 255, 120, 120, 120, 255, 255, 255, 255, 255, 255, 0, 0, 255])
})
