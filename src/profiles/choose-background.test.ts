import { expect, it } from 'vitest'
import { chooseBackground } from './choose-background'
import { getProfile } from './index'
import { parseProfile } from './parse'

it('one background alone is left, and nothing else is changed', () => {
  const profile = getProfile('civil-service-2026')
  const white = chooseBackground(profile, 'white')
  expect(white.checks['background.colour']).toEqual({
    ...profile.checks['background.colour'],
    references: ['#FFFFFF'],
  })
  expect({ ...white, checks: null }).toEqual({ ...profile, checks: null })
  expect(parseProfile(white)).toEqual(white)
})

it('without a choice, or with one that is not there, all of them are allowed', () => {
  const profile = getProfile('civil-service-2026')
  expect(chooseBackground(profile, null)).toBe(profile)
  expect(chooseBackground(profile, 'green')).toBe(profile)
  expect(chooseBackground(getProfile('guet-2025'), 'white')).toBe(getProfile('guet-2025'))
})
