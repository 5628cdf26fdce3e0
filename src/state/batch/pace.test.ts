import { expect, it } from 'vitest'
import { Pace } from './pace'

it('tells the rate of the last stretch and the time that is left', () => {
  const pace = new Pace()
  pace.done(0)
  pace.done(500)
  expect(pace.perMinute).toBeNull()
  expect(pace.secondsFor(10)).toBeNull()
  pace.done(1000)
  expect(pace.perMinute).toBe(120)
  expect(pace.secondsFor(10)).toBe(5)
})

it('follows a device that gets slower, and forgets what was before a rest', () => {
  const pace = new Pace()
  for (let i = 0; i < 100; i++) pace.done(100 * i)
  for (let i = 1; i <= 40; i++) pace.done(9900 + 1000 * i)
  expect(pace.perMinute).toBeCloseTo(60)
  pace.reset()
  expect(pace.perMinute).toBeNull()
})
