import { expect, it } from 'vitest'
import { getProfile, getProfileFile, listProfiles, resolveProfile } from './index'

/** The first test of this file is the one that has the profiles read, and so sorted. */
it('the list has the default first, the general rules second and then all by their ids', () => {
  const [first, second, ...others] = listProfiles().map(({ id }) => id)
  expect([first, second]).toEqual(['hanjiang-2025', 'moe-2017-99'])
  expect(others.length).toBeGreaterThanOrEqual(6)
  expect(others).toEqual([...others].sort())
})

it('the list tells of each profile what is chosen by, and not its checks', () => {
  const { id, name, version, source, search } = getProfile('hanjiang-2025')
  expect(listProfiles()[0]).toEqual({ id, name, version, source, search })
})

it('a profile that is not there is refused as a wrong id, with those that are there', () => {
  for (const ask of [getProfile, getProfileFile, resolveProfile]) {
    expect(() => ask('nowhere')).toThrow(expect.objectContaining({ name: 'ProfileError', path: 'id' }))
    expect(() => ask('nowhere')).toThrow('"nowhere"; there are hanjiang-2025, moe-2017-99, ')
  }
})

it('a profile’s file is given as a copy', () => {
  const file = getProfileFile('guet-2025')
  expect(file).toMatchObject({ id: 'guet-2025', schema: 'zhaojian-profile/2' })
  Object.assign(file, { id: 'changed' })
  expect(getProfileFile('guet-2025')).toMatchObject({ id: 'guet-2025' })
})

it('a profile is resolved by its id, or from an object of the host’s', () => {
  expect(resolveProfile('guet-2025')).toBe(getProfile('guet-2025'))
  expect(resolveProfile({ ...getProfileFile('guet-2025'), id: 'own' })).toEqual({
    ...getProfile('guet-2025'),
    id: 'own',
  })
})
