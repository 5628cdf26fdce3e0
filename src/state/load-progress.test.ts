import { describe, expect, it } from 'vitest'
import { createProgressTracker } from './load-progress'

describe('one progress over all stages', () => {
  it('counts what follows from the start, and goes on counting when it comes', () => {
    const track = createProgressTracker(() => 0)
    expect(track({ stage: 'models', loadedBytes: 1, totalBytes: 10, laterBytes: 5 })).toMatchObject({
      loadedBytes: 1,
      totalBytes: 15,
    })
    expect(track({ stage: 'parts', loadedBytes: 2, totalBytes: 5 })).toMatchObject({ loadedBytes: 12, totalBytes: 15 })
  })

  it('says how long the rest takes once the line has shown its rate', () => {
    let now = 0
    const track = createProgressTracker(() => now)
    const at = (ms: number, loadedBytes: number): number | null => {
      now = ms
      return track({ stage: 'models', loadedBytes, totalBytes: 10_000, laterBytes: 2000 }).secondsLeft
    }
    expect(at(0, 0)).toBeNull()
    expect(at(1000, 1000)).toBeNull()
    expect(at(2000, 2000)).toBe(10)
    // Twice as fast since: the old rate is forgotten.
    expect(at(12_000, 6000)).toBeNull()
    expect(at(14_000, 10_000)).toBe(1)
  })

  it('starts again where a download starts again', () => {
    let now = 0
    const track = createProgressTracker(() => now)
    track({ stage: 'models', loadedBytes: 900, totalBytes: 1000 })
    now = 5000
    expect(track({ stage: 'models', loadedBytes: 100, totalBytes: 1000 }).secondsLeft).toBeNull()
  })
})
