import { expect, it } from 'vitest'
import { listGeneralLimits, withoutLimit } from './general-limits'
import { getProfile } from './index'

it('a notice that names no place of the head leaves it to the general standard', () => {
  expect(listGeneralLimits(getProfile('hanjiang-2025'))).toEqual([
    'geometry.head-top',
    'geometry.eye-line',
    'geometry.centre',
    'geometry.face-width',
  ])
})

it('the general standard itself names them', () => {
  expect(listGeneralLimits(getProfile('moe-2017-99'))).toEqual([])
})

it('a limit that the school sets is its own, one that it leaves out is none', () => {
  const profile = getProfile('hanjiang-2025')
  const own = { ...profile.checks['geometry.head-top']!, min: 30, source: profile.source.title }
  const { 'geometry.centre': _, ...checks } = profile.checks
  expect(listGeneralLimits({ ...profile, checks: { ...checks, 'geometry.head-top': own } })).toEqual([
    'geometry.eye-line',
    'geometry.face-width',
  ])
})

it('sets one limit aside and no other', () => {
  const profile = getProfile('hanjiang-2025')
  const { checks } = withoutLimit(profile, 'geometry.head-top')
  expect(Object.keys(profile.checks).filter(id => !(id in checks))).toEqual(['geometry.head-top'])
})
