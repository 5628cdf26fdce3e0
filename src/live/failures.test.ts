import { describe, expect, it, vi } from 'vitest'
import { PhotoError } from '../contract/failure'
import { LiveFailures } from './failures'

describe('failures of live frames', () => {
  it('a worker that ended is told once, and again after a frame that succeeded', () => {
    const onFailure = vi.fn()
    const failures = new LiveFailures(onFailure)
    for (let times = 0; times < 3; times++) failures.add(new PhotoError('crashed'))
    expect(onFailure).toHaveBeenCalledTimes(1)
    failures.clear()
    failures.add(new PhotoError('too-slow'))
    expect(onFailure.mock.calls.map(([failure]) => (failure as PhotoError).code)).toEqual(['crashed', 'too-slow'])
  })

  it('a frame that failed is nobody’s concern', () => {
    const onFailure = vi.fn()
    const failures = new LiveFailures(onFailure)
    for (const error of [new PhotoError('aborted'), new PhotoError('unexpected'), new Error('no frame')])
      expect(failures.add(error)).toBe(100)
    expect(onFailure).not.toHaveBeenCalled()
  })

  it('pauses double while workers keep ending, to five seconds at most, and are short again after a success', () => {
    const failures = new LiveFailures(() => {})
    const pauses = Array.from({ length: 8 }, () => failures.add(new PhotoError('crashed')))
    expect(pauses).toEqual([100, 200, 400, 800, 1600, 3200, 5000, 5000])
    failures.clear()
    expect(failures.add(new PhotoError('crashed'))).toBe(100)
  })
})
