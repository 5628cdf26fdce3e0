import { describe, expect, it } from 'vitest'
import type { Mask } from '../contract/pixels'
import { LANDMARK_COUNT, type Face } from '../contract/scene'
import { findHeadTop } from '../lib/head-top'
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
  step = 10,
): Parameters<typeof planCrop>[0] {
  const landmarks = new Float32Array(3 * LANDMARK_COUNT)
  const put = (index: number, x: number, y: number): void => landmarks.set([x, y, 0], 3 * index)
  put(POINT.RIGHT_CHEEK, head.x - head.width / 2, head.eyeY + 0.2 * head.width)
  put(POINT.LEFT_CHEEK, head.x + head.width / 2, head.eyeY + 0.2 * head.width)
  put(POINT.RIGHT_IRIS, head.x - 0.22 * head.width, head.eyeY)
  put(POINT.LEFT_IRIS, head.x + 0.22 * head.width, head.eyeY)
  const face: Face = { landmarks, pose: { yaw: 0, pitch: 0, roll: 0 } }
  // A row every `step` px, so that the hair's top is found closely enough.
  const [w, h] = [Math.round(photo.width / step), Math.round(photo.height / step)]
  const top = head.eyeY - (head.above ?? 0.75) * head.width
  const person: Mask = {
    width: w,
    height: h,
    data: Uint8Array.from({ length: w * h }, (_, i) =>
      Math.abs((i % w) * step - head.x) < head.width / 2 && Math.floor(i / w) * step >= top ? 255 : 0,
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

/** A small photo, so that every possible crop can be tried. */
describe('among all crops of whole pixels', () => {
  const small: CropTarget = { ...target, width: { min: 30, max: 53 }, height: { min: 40, max: 71 } }
  type Made = ReturnType<typeof planCrop>['composition']
  const bands = ['headTop', 'eyeLine', 'faceWidth', 'centre'] as const
  const isWithin = (made: Made, margin: number): boolean =>
    bands.every(name => {
      const { min, max } = small[name]
      const by = Math.min(margin, (max - min) / 2)
      return inside(made[name], { min: min + by - 1e-9, max: max - by + 1e-9 })
    })
  /** Squared distance from the middle of every band, in half band widths. */
  const imbalanceOf = (made: Made): number =>
    bands.reduce((sum, name) => {
      const { min, max } = small[name]
      return sum + ((made[name]! - (min + max) / 2) / ((max - min) / 2)) ** 2
    }, 0)

  interface Candidate {
    readonly units: number
    readonly made: Made
  }
  function candidatesOf(
    photo: { width: number; height: number },
    head: { top: number; eyeY: number; x: number; width: number },
  ): Candidate[] {
    const found: Candidate[] = []
    for (let units = 1; 3 * units <= photo.width && 4 * units <= photo.height; units++) {
      const scale = 480 / (3 * units)
      // Too large or too small a face is so wherever the crop lies.
      if (!inside(head.width * scale, small.faceWidth)) continue
      for (let x = 0; x + 3 * units <= photo.width; x++)
        for (let y = 0; y + 4 * units <= photo.height; y++)
          found.push({
            units,
            made: {
              headTop: (head.top - y) * scale,
              eyeLine: (head.eyeY - y) * scale,
              faceWidth: head.width * scale,
              centre: (head.x - x) * scale - 240,
            },
          })
    }
    return found
  }

  const heads = [14, 20, 24, 30].flatMap(width =>
    [24, 30, 36].flatMap(x => [27, 35].map(eyeY => [width, x, eyeY] as const)),
  )
  it.each([
    [60, 80],
    [75, 80],
    [60, 95],
  ])('of a photo of %i x %i takes the largest with the widest margin, then the most balanced', (width, height) => {
    const seen = new Set<string | null>()
    for (const [face, x, eyeY] of heads) {
      const outlined = outline({ width, height }, { x, eyeY, width: face }, 1)
      const plan = planCrop(outlined, small)
      const top = findHeadTop(outlined.person!, outlined.face, width, height)
      if (top === null) {
        expect(plan.feasible).toBe(false)
        continue
      }
      const all = candidatesOf({ width, height }, { top, eyeY, x, width: face })
      const fitting = [8, 4, 2, 0]
        .map(margin => all.filter(({ units, made }) => units >= 10 && isWithin(made, margin)))
        .find(found => found.length > 0)
      seen.add(plan.obstacle)
      expect(plan.feasible, `${face} ${x} ${eyeY}`).toBe(fitting !== undefined)
      if (!fitting) {
        const fitsSmaller = all.some(({ made }) => isWithin(made, 0))
        expect(plan.obstacle, `${face} ${x} ${eyeY}`).toBe(fitsSmaller ? 'too-small' : 'no-crop')
        continue
      }
      if (plan.wholePhoto) continue
      const output = Math.max(...fitting.map(({ units }) => Math.min(units, 17)))
      expect(plan.outputWidth, `${face} ${x} ${eyeY}`).toBe(3 * output)
      const least = Math.min(
        ...fitting.filter(({ units }) => Math.min(units, 17) === output).map(({ made }) => imbalanceOf(made)),
      )
      expect(imbalanceOf(plan.composition)).toBeCloseTo(least, 6)
    }
    expect(seen).toContain(null)
  })
})
