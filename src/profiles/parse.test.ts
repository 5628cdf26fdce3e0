import { readFileSync } from 'node:fs'
import { expect, it } from 'vitest'
import { getProfile, listProfiles } from './index'
import { parseProfile } from './parse'

/** A profile that is not among ours is validated when it arrives, and again by the checker that gets it. */

it.each(listProfiles().map(({ id }) => id))('%s, read, can be read again and stays the same, in the same order', id => {
  const again = parseProfile(JSON.parse(JSON.stringify(getProfile(id))))
  expect(again).toEqual(getProfile(id))
  expect(Object.keys(again.checks)).toEqual(Object.keys(getProfile(id).checks))
})

it('the demo school is one, and a wrong field of it is named, with the problem apart', () => {
  const own = JSON.parse(readFileSync('demo/host/school.json', 'utf8')) as {
    checks: Record<string, Record<string, unknown>>
  }
  expect(parseProfile(own).id).toBe('example-college')
  own.checks['file.width']!['level'] = 'perhaps'
  expect(() => parseProfile(own)).toThrow(
    expect.objectContaining({
      path: 'checks.file.width.level',
      problem: expect.stringContaining('required') as string,
    }),
  )
})
