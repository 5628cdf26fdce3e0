import { expect, it } from 'vitest'
import { CheckRate } from './check-rate'

it('tells the rate of the last stretch and the time that is left', () => {
  const pace = new CheckRate()
  pace.recordDone(0)
  pace.recordDone(500)
  expect(pace.perMinute).toBeNull()
  expect(pace.estimateSeconds(10)).toBeNull()
  pace.recordDone(1000)
  expect(pace.perMinute).toBe(120)
  expect(pace.estimateSeconds(10)).toBe(5)
})

it('follows a device that gets slower, and forgets what was before a rest', () => {
  const pace = new CheckRate()
  for (let i = 0; i < 100; i++) pace.recordDone(100 * i)
  for (let i = 1; i <= 40; i++) pace.recordDone(9900 + 1000 * i)
  expect(pace.perMinute).toBeCloseTo(60)
  pace.reset()
  expect(pace.perMinute).toBeNull()
})
