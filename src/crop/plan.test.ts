import { describe, expect, it } from 'vitest'
import type { Mask } from '../contract/pixels'
import { LANDMARK_COUNT, type Face } from '../contract/scene'
import { POINT } from '../lib/landmarks'
import { planCrop, type CropTarget } from './plan'

const target: CropTarget = {
  ratio: [3, 4],
  width: { min: 480, max: 1350 },
  height: { min: 640, max: 1700 },
  headTop: { min: 50, max: 110 },
  eyeLine: { min: 200, max: 300 },
  faceWidth: { min: 180, max: 300 },
  centre: { min: -24, max: 24 },
}

/** A head at (x, eyeY), `width` across the cheeks, its hair `above` face widths over the eyes. */
function outline(
  photo: { width: number; height: number },
  head: { x: number; eyeY: number; width: number; above?: number },
): Parameters<typeof planCrop>[0] {
  const landmarks = new Float32Array(3 * LANDMARK_COUNT)
  const put = (index: number, x: number, y: number): void => landmarks.set([x, y, 0], 3 * index)
  put(POINT.RIGHT_CHEEK, head.x - head.width / 2, head.eyeY + 0.2 * head.width)
  put(POINT.LEFT_CHEEK, head.x + head.width / 2, head.eyeY + 0.2 * head.width)
  put(POINT.RIGHT_IRIS, head.x - 0.22 * head.width, head.eyeY)
  put(POINT.LEFT_IRIS, head.x + 0.22 * head.width, head.eyeY)
  const face: Face = { landmarks, pose: { yaw: 0, pitch: 0, roll: 0 } }
  // A row at least every 10 px, so that the hair's top is found closely enough.
  const [w, h] = [Math.round(photo.width / 10), Math.round(photo.height / 10)]
  const top = head.eyeY - (head.above ?? 0.75) * head.width
  const person: Mask = {
    width: w,
    height: h,
    data: Uint8Array.from({ length: w * h }, (_, i) =>
      Math.abs((i % w) * 10 - head.x) < head.width / 2 && Math.floor(i / w) * 10 >= top ? 255 : 0,
    ),
  }
  return { ...photo, face, person }
}
const inside = (value: number | null, { min, max }: { min: number; max: number }): boolean =>
  value !== null && value >= min && value <= max

describe('planCrop', () => {
  const photos = [
    [3000, 4000],
    [4000, 3000],
    [1200, 1600],
    [2000, 2000],
    [900, 1300],
  ] as const
  const heads = [0.12, 0.2, 0.3, 0.38].flatMap(size =>
    [0.4, 0.5, 0.62].flatMap(x => [0.3, 0.42, 0.55].map(y => [size, x, y] as const)),
  )
  it.each(photos)(
    '%i x %i: whatever it plans is whole, inside, 3:4, never enlarged and within every limit when it says so',
    (width, height) => {
      let feasible = 0
      for (const [size, x, y] of heads) {
        const plan = planCrop(
          outline({ width, height }, { x: x * width, eyeY: y * height, width: size * Math.min(width, height) }),
          target,
        )
        const { crop, composition } = plan
        for (const value of Object.values(crop)) expect(Number.isInteger(value)).toBe(true)
        expect(crop.x >= 0 && crop.y >= 0 && crop.x + crop.width <= width && crop.y + crop.height <= height).toBe(true)
        expect(crop.width * 4).toBe(crop.height * 3)
        expect(plan.outputWidth * 4).toBe(plan.outputHeight * 3)
        expect(plan.outputWidth).toBeLessThanOrEqual(Math.min(crop.width, 1275))
        expect(plan.feasible).toBe(plan.obstacle === null)
        if (!plan.feasible) continue
        feasible++
        expect(plan.outputWidth).toBeGreaterThanOrEqual(480)
        expect(
          inside(composition.headTop, target.headTop) &&
            inside(composition.eyeLine, target.eyeLine) &&
            inside(composition.faceWidth, target.faceWidth) &&
            inside(composition.centre, target.centre),
        ).toBe(true)
      }
      expect(feasible).toBeGreaterThan(0)
    },
  )

  it('takes the largest output that profile and photo allow', () => {
    expect(
      planCrop(outline({ width: 3000, height: 4000 }, { x: 1500, eyeY: 1600, width: 1200 }), target),
    ).toMatchObject({ feasible: true, outputWidth: 1275, outputHeight: 1700 })
  })
  it('a small face in a large photo is too small, not without a crop', () => {
    expect(planCrop(outline({ width: 1600, height: 1600 }, { x: 800, eyeY: 700, width: 150 }), target)).toMatchObject({
      feasible: false,
      obstacle: 'too-small',
    })
  })
  it('hair at the photo’s edge leaves no crop', () => {
    expect(planCrop(outline({ width: 1500, height: 2000 }, { x: 750, eyeY: 300, width: 620 }), target)).toMatchObject({
      feasible: false,
      obstacle: 'no-crop',
      composition: { headTop: null },
    })
  })
  it('a photo that is such a crop already stays whole', () => {
    expect(planCrop(outline({ width: 960, height: 1280 }, { x: 480, eyeY: 500, width: 460 }), target)).toMatchObject({
      feasible: true,
      wholePhoto: true,
      crop: { x: 0, y: 0, width: 960, height: 1280 },
    })
  })
})
