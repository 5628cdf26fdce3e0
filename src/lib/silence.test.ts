import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { Silence } from './silence'

describe('silence', () => {
  beforeEach(() => {
    vi.useFakeTimers()
  })
  afterEach(() => {
    vi.useRealTimers()
  })

  function watch(): { silence: Silence; onSilent: ReturnType<typeof vi.fn> } {
    const onSilent = vi.fn()
    return { silence: new Silence(100, 3, onSilent), onSilent }
  }

  it('is told once, after so many ticks without a word', () => {
    const { silence, onSilent } = watch()
    silence.start()
    silence.start()
    vi.advanceTimersByTime(299)
    expect(onSilent).not.toHaveBeenCalled()
    vi.advanceTimersByTime(1000)
    expect(onSilent).toHaveBeenCalledTimes(1)
  })

  it('is counted anew from each word, and from each start', () => {
    const { silence, onSilent } = watch()
    silence.start()
    for (let times = 0; times < 5; times++) {
      vi.advanceTimersByTime(200)
      silence.hear()
    }
    vi.advanceTimersByTime(200)
    silence.stop()
    silence.start()
    vi.advanceTimersByTime(250)
    expect(onSilent).not.toHaveBeenCalled()
    vi.advanceTimersByTime(50)
    expect(onSilent).toHaveBeenCalledTimes(1)
  })

  it('is nobody’s concern once stopped', () => {
    const { silence, onSilent } = watch()
    silence.start()
    silence.stop()
    vi.advanceTimersByTime(1000)
    expect(onSilent).not.toHaveBeenCalled()
  })
})
