import { describe, expect, it } from 'vitest'
import { target } from '../../tests/support/crop-target'
import { drawHead } from '../../tests/support/drawn-head'
import { planCrop, type CropTarget } from './plan'
import { findShortage } from './shortage'

describe('what a photo lacks', () => {
  it('room above: as many pixels as make the crop possible', () => {
    const head = { x: 450, eyeY: 250, width: 330, above: 0.7 }
    const photo = { width: 900, height: 1200 }
    expect(planCrop(drawHead(photo, head), target).obstacle).toBe('no-crop')
    const { room, pixels, hairTooHigh } = findShortage(drawHead(photo, head), target)
    expect(room).toMatchObject({ right: 0, bottom: 0, left: 0, topAtLeast: false })
    expect(room!.top).toBeGreaterThan(0)
    expect(pixels).toBeNull()
    expect(hairTooHigh).toBe(false)
    // With that room there is a crop, with a little less there is none.
    const raised = (by: number): ReturnType<typeof drawHead> =>
      drawHead({ width: photo.width, height: photo.height + by }, { ...head, eyeY: head.eyeY + by }, 1)
    expect(planCrop(raised(room!.top + 12), target).feasible).toBe(true)
    expect(planCrop(raised(Math.max(0, room!.top - 12)), target).feasible).toBe(false)
  })

  it('of a size in whole pixels: the same, to a pixel or two of that size', () => {
    const asked: CropTarget = {
      ...target,
      ratio: [390, 567],
      width: { min: 390, max: 390 },
      height: { min: 567, max: 567 },
    }
    const { room } = findShortage(drawHead({ width: 1200, height: 1600 }, { x: 250, eyeY: 650, width: 500 }), asked)
    expect(room!.left).toBeGreaterThan(0)
    const small = findShortage(drawHead({ width: 200, height: 290 }, { x: 100, eyeY: 110, width: 90 }, 1), asked)
    expect(small.pixels).toMatchObject({ minWidth: expect.closeTo(390, -1), minHeight: expect.closeTo(567, -1) })
    expect(small.pixels!.width).toBeLessThan(200)
  })

  it('room at one side', () => {
    const { room } = findShortage(drawHead({ width: 1200, height: 1600 }, { x: 250, eyeY: 650, width: 500 }), target)
    expect(room!.left).toBeGreaterThan(0)
    expect(room).toMatchObject({ right: 0, top: 0 })
  })

  it('hair that leaves the photo: at least so much', () => {
    const shortage = findShortage(
      drawHead({ width: 900, height: 1200 }, { x: 450, eyeY: 240, width: 340, above: 0.9 }),
      target,
    )
    expect(shortage.room).toMatchObject({ topAtLeast: true })
    expect(shortage.room!.top).toBeGreaterThan(0)
  })

  it('pixels: how many the largest crop has, and how many are asked for', () => {
    const far = drawHead({ width: 600, height: 800 }, { x: 300, eyeY: 330, width: 120 }, 2)
    expect(planCrop(far, target).obstacle).toBe('too-small')
    const { pixels, room } = findShortage(far, target)
    expect(pixels).toMatchObject({ minWidth: 480, minHeight: 640 })
    expect(pixels!.width).toBeLessThan(480)
    expect(pixels!.width * 4).toBe(pixels!.height * 3)
    expect(room).toBeNull()
  })

  it('hair that no room makes lower', () => {
    const bun = drawHead({ width: 3000, height: 4000 }, { x: 1500, eyeY: 2600, width: 700, above: 2.2 })
    expect(findShortage(bun, target)).toMatchObject({ hairTooHigh: true, room: null })
  })
})
