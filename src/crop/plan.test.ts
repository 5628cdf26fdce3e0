import { describe, expect, it } from 'vitest'
import { target } from '../../tests/support/crop-target'
import { drawHead } from '../../tests/support/drawn-head'
import { findHeadTop } from '../lib/head-top'
import { planCrop, type CropTarget } from './plan'

const inside = (value: number | null, { min, max }: { min: number; max: number }): boolean =>
  value !== null && value >= min && value <= max

describe('a ratio in whole pixels', () => {
  it.each([
    [390, 567],
    [413, 579],
    [413, 626],
  ])('%i x %i: the file has that size, and the crop its shape to within half a pixel', (width, height) => {
    const asked: CropTarget = {
      ...target,
      ratio: [width, height],
      width: { min: width, max: width },
      height: { min: height, max: height },
    }
    for (const size of [0.2, 0.23, 0.27, 0.31]) {
      const plan = planCrop(drawHead({ width: 3000, height: 4000 }, { x: 1500, eyeY: 1700, width: size * 3000 }), asked)
      expect(plan).toMatchObject({ feasible: true, outputWidth: width, outputHeight: height })
      expect(Math.abs(plan.crop.height - (plan.crop.width * height) / width)).toBeLessThanOrEqual(0.5)
      expect(Number.isInteger(plan.crop.width) && Number.isInteger(plan.crop.height)).toBe(true)
      // Not only whole multiples of the file: the head may stand in the middle of its bands.
      expect(inside(plan.composition.faceWidth, { min: 220, max: 260 })).toBe(true)
    }
  })

  it('a photo that is the file already stays whole, and a smaller one is too small', () => {
    const asked: CropTarget = {
      ...target,
      ratio: [413, 579],
      width: { min: 413, max: 413 },
      height: { min: 579, max: 579 },
    }
    const head = { x: 206, eyeY: 215, width: 206 }
    expect(planCrop(drawHead({ width: 413, height: 579 }, head, 1), asked)).toMatchObject({
      wholePhoto: true,
      outputWidth: 413,
      obstacle: null,
    })
    expect(planCrop(drawHead({ width: 390, height: 570 }, head, 1), asked).obstacle).toBe('too-small')
  })
})

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
          drawHead({ width, height }, { x: x * width, eyeY: y * height, width: size * Math.min(width, height) }),
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
      planCrop(drawHead({ width: 3000, height: 4000 }, { x: 1500, eyeY: 1600, width: 1200 }), target),
    ).toMatchObject({ feasible: true, outputWidth: 1275, outputHeight: 1700 })
  })
  it('a small face in a large photo is too small, not without a crop', () => {
    expect(planCrop(drawHead({ width: 1600, height: 1600 }, { x: 800, eyeY: 700, width: 150 }), target)).toMatchObject({
      feasible: false,
      obstacle: 'too-small',
    })
  })
  it('hair at the photo’s edge leaves no crop', () => {
    expect(planCrop(drawHead({ width: 1500, height: 2000 }, { x: 750, eyeY: 300, width: 620 }), target)).toMatchObject({
      feasible: false,
      obstacle: 'no-crop',
      composition: { headTop: null },
    })
  })
  it('a photo that is such a crop already stays whole', () => {
    expect(planCrop(drawHead({ width: 960, height: 1280 }, { x: 480, eyeY: 500, width: 460 }), target)).toMatchObject({
      feasible: true,
      wholePhoto: true,
      crop: { x: 0, y: 0, width: 960, height: 1280 },
    })
  })
})

describe('the size of what is cut', () => {
  /** A large photo in which crops of 400 to 900 px width meet the geometry's limits. */
  const planWith = (changes: Partial<CropTarget>): ReturnType<typeof planCrop> =>
    planCrop(drawHead({ width: 3000, height: 4000 }, { x: 1500, eyeY: 1600, width: 330 }), { ...target, ...changes })
  it('is at most what either of width and height allows', () => {
    expect(planWith({ width: { min: 1, max: 602 } })).toMatchObject({ outputWidth: 600, outputHeight: 800 })
    expect(planWith({ height: { min: 1, max: 803 } })).toMatchObject({ outputWidth: 600, outputHeight: 800 })
    expect(planWith({ ratio: [2, 3], width: { min: 1, max: 500 }, height: { min: 1, max: 9000 } })).toMatchObject({
      outputWidth: 500,
      outputHeight: 750,
    })
  })
  it('is at least what both of width and height ask for', () => {
    // At 879 px the face is just as wide as it must be, 180.2 px of the clause's frame.
    const open = { min: 1, max: 4000 }
    expect(planWith({ width: { min: 879, max: 3000 }, height: open })).toMatchObject({
      feasible: true,
      outputWidth: 879,
    })
    expect(planWith({ width: open, height: { min: 1172, max: 4000 } })).toMatchObject({
      feasible: true,
      outputHeight: 1172,
    })
    for (const least of [
      { width: { min: 880, max: 3000 }, height: open },
      { width: open, height: { min: 1173, max: 4000 } },
    ])
      expect(planWith(least)).toMatchObject({ feasible: false, obstacle: 'too-small' })
  })
  it('is the one that a band of no width allows', () => {
    const { crop, composition, feasible } = planWith({ faceWidth: { min: 220, max: 220 } })
    expect({ feasible, width: crop.width, height: crop.height }).toEqual({ feasible: true, width: 720, height: 960 })
    expect(composition.faceWidth).toBe(220)
  })
})

describe('a photo that is such a crop already', () => {
  const whole = (width: number, height: number, eyeY = 0.39 * height): ReturnType<typeof planCrop> =>
    planCrop(drawHead({ width, height }, { x: width / 2, eyeY, width: 0.48 * width }), target)
  it('of just the least size stays whole; one below is too small', () => {
    expect(whole(480, 640)).toMatchObject({ wholePhoto: true, feasible: true, outputWidth: 480, outputHeight: 640 })
    expect(whole(477, 636)).toMatchObject({ feasible: false, obstacle: 'too-small' })
  })
  it('larger than may be is reduced, not cut', () =>
    expect(whole(2400, 3200)).toMatchObject({ wholePhoto: true, outputWidth: 1275, outputHeight: 1700 }))
  it('stays whole though a smaller crop of it would be more balanced', () => {
    const plan = whole(960, 1280, 460)
    expect(plan).toMatchObject({ wholePhoto: true, feasible: true, crop: { x: 0, y: 0, width: 960, height: 1280 } })
  })
  it('but not where it is a pixel wider or higher', () => {
    for (const [width, height] of [
      [961, 1280],
      [960, 1281],
    ] as const) {
      const plan = whole(width, height)
      expect(plan).toMatchObject({ feasible: true, wholePhoto: false })
      expect(plan.crop.width * 4).toBe(plan.crop.height * 3)
    }
  })
  it('but not where it misses a limit', () =>
    expect(planCrop(drawHead({ width: 960, height: 1280 }, { x: 380, eyeY: 500, width: 400 }), target)).toMatchObject({
      feasible: true,
      wholePhoto: false,
    }))
})

describe('where no crop meets the limits', () => {
  it('without a mask nothing tells where the hair ends', () => {
    const scene = drawHead({ width: 960, height: 1280 }, { x: 480, eyeY: 500, width: 460 })
    const plan = planCrop({ ...scene, person: null }, target)
    expect(plan).toMatchObject({ feasible: false, obstacle: 'no-crop', composition: { headTop: null } })
    expect(
      planCrop(
        { ...drawHead({ width: 240, height: 320 }, { x: 120, eyeY: 125, width: 115 }, 4), person: null },
        target,
      ),
    ).toMatchObject({ feasible: false, obstacle: 'too-small', composition: { headTop: null } })
  })
  it('a head at one side gets the crop at that edge', () => {
    const left = planCrop(drawHead({ width: 1500, height: 1600 }, { x: 150, eyeY: 620, width: 260 }), target)
    expect(left).toMatchObject({ feasible: false, obstacle: 'no-crop', crop: { x: 0 } })
    const right = planCrop(drawHead({ width: 1500, height: 1600 }, { x: 1350, eyeY: 620, width: 260 }), target)
    expect(right).toMatchObject({ feasible: false, obstacle: 'no-crop' })
    expect(right.crop.x + right.crop.width).toBe(1500)
    expect(right.composition.centre).toBeCloseTo(-left.composition.centre, 6)
  })
  it('a head far down gets the crop at the lower edge, one far up at the upper', () => {
    const low = planCrop(drawHead({ width: 1500, height: 1600 }, { x: 750, eyeY: 1500, width: 300 }), target)
    expect(low.feasible).toBe(false)
    expect(low.crop.y + low.crop.height).toBe(1600)
    const high = planCrop(drawHead({ width: 1500, height: 1600 }, { x: 750, eyeY: 120, width: 300 }), target)
    expect(high).toMatchObject({ feasible: false, crop: { y: 0 } })
  })
  it('what is shown is in the photo, of the ratio, and comes close to the limits that can be met', () => {
    // Too wide a face for any crop in the photo: the largest comes closest.
    const wide = planCrop(drawHead({ width: 600, height: 800 }, { x: 300, eyeY: 330, width: 420 }), target)
    expect(wide).toMatchObject({ feasible: false, crop: { x: 0, y: 0, width: 600, height: 800 } })
    // Too narrow a one for its pixels: as small a crop as its limits want.
    const narrow = planCrop(drawHead({ width: 1600, height: 1600 }, { x: 800, eyeY: 700, width: 150 }), target)
    expect(narrow.obstacle).toBe('too-small')
    expect(inside(narrow.composition.faceWidth, target.faceWidth)).toBe(true)
    expect(inside(narrow.composition.eyeLine, target.eyeLine)).toBe(true)
    expect(inside(narrow.composition.headTop, target.headTop)).toBe(true)
    expect(inside(narrow.composition.centre, target.centre)).toBe(true)
  })
  it('a photo of a few pixels gets a crop all the same', () => {
    const tiny = planCrop(drawHead({ width: 3, height: 4 }, { x: 1, eyeY: 1, width: 1 }, 1), target)
    expect(tiny).toMatchObject({ feasible: false, obstacle: 'too-small', crop: { x: 0, y: 0, width: 3, height: 4 } })
  })
})

/** A small photo, so that every possible crop can be tried. */
describe('among all crops of whole pixels', () => {
  const small: CropTarget = { ...target, width: { min: 30, max: 53 }, height: { min: 40, max: 71 } }
  type Made = ReturnType<typeof planCrop>['composition']
  const bands = ['headTop', 'eyeLine', 'faceWidth', 'centre'] as const
  const isWithin = (result: Made, margin: number): boolean =>
    bands.every(name => {
      const { min, max } = small[name]
      const inset = Math.min(margin, (max - min) / 2)
      return inside(result[name], { min: min + inset - 1e-9, max: max - inset + 1e-9 })
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
    const candidates: Candidate[] = []
    for (let units = 1; 3 * units <= photo.width && 4 * units <= photo.height; units++) {
      const scale = 480 / (3 * units)
      // Too large or too small a face is so wherever the crop lies.
      if (!inside(head.width * scale, small.faceWidth)) continue
      for (let x = 0; x + 3 * units <= photo.width; x++)
        for (let y = 0; y + 4 * units <= photo.height; y++)
          candidates.push({
            units,
            made: {
              headTop: (head.top - y) * scale,
              eyeLine: (head.eyeY - y) * scale,
              faceWidth: head.width * scale,
              centre: (head.x - x) * scale - 240,
            },
          })
    }
    return candidates
  }

  const heads = [14, 20, 24, 30].flatMap(width =>
    [24, 30, 36].flatMap(x => [27, 35].map(eyeY => [width, x, eyeY] as const)),
  )
  it.each([
    [60, 80],
    [75, 80],
    [60, 95],
  ])('of a photo of %i x %i takes the largest with the widest margin, then the most balanced', (width, height) => {
    const seenObstacles = new Set<string | null>()
    for (const [face, x, eyeY] of heads) {
      const headOutline = drawHead({ width, height }, { x, eyeY, width: face }, 1)
      const plan = planCrop(headOutline, small)
      const top = findHeadTop(headOutline.person!, headOutline.face, width, height)
      if (top === null) {
        expect(plan.feasible).toBe(false)
        continue
      }
      const all = candidatesOf({ width, height }, { top, eyeY, x, width: face })
      const fitting = [8, 4, 2, 0]
        .map(margin => all.filter(({ units, made }) => units >= 10 && isWithin(made, margin)))
        .find(found => found.length > 0)
      seenObstacles.add(plan.obstacle)
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
    expect(seenObstacles).toContain(null)
  })
})
