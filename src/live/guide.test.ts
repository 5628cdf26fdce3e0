import { expect, it } from 'vitest'
import type { CropPlan } from '../contract/crop'
import { getProfile } from '../profiles/index'
import { planGuide } from './guide'

const profile = getProfile('hanjiang-2025')
const plan = (feasible: boolean): CropPlan =>
  ({ feasible, crop: { x: 400, y: 60, width: 480, height: 640 } }) as unknown as CropPlan

it('is the crop that would be cut, and fits, where one meets the profile', () =>
  expect(planGuide(plan(true), { width: 1280, height: 720 }, profile)).toEqual({
    x: 400,
    y: 60,
    width: 480,
    height: 640,
    fits: true,
  }))

it.each([
  ['a wide frame', { width: 1280, height: 720 }, { x: 370, y: 0, width: 540, height: 720 }],
  ['a tall frame', { width: 480, height: 1280 }, { x: 0, y: 320, width: 480, height: 640 }],
])('is the largest 3:4 in the middle of %s, and does not fit, where no crop does', (_, size, expected) => {
  for (const without of [null, plan(false)])
    expect(planGuide(without, size, profile)).toEqual({ ...expected, fits: false })
})
