import { setTimeout as pause } from 'node:timers/promises'
import { describe, expect, it } from 'vitest'
import { mapInOrder } from './map-in-order'

const never = new AbortController().signal

describe('a few at a time, in order', () => {
  it('gives what was made in the items’ order, whichever is made first, and never holds more than it may', async () => {
    let heldCount = 0,
      maxCount = 0
    const madeValues: number[] = []
    for await (const outcome of mapInOrder(
      [30, 1, 20, 2, 10, 3, 0],
      () => 3,
      async wait => {
        maxCount = Math.max(maxCount, ++heldCount)
        await pause(wait)
        return wait
      },
      never,
    )) {
      madeValues.push((outcome as { made: number }).made)
      // A slow consumer.
      await pause(5)
      heldCount--
    }
    expect(madeValues).toEqual([30, 1, 20, 2, 10, 3, 0])
    expect(maxCount).toBeLessThanOrEqual(4)
  })
  it('goes with how many may be made at once now', async () => {
    let running = 0,
      maxCount = 0,
      workers = 1
    for await (const _ of mapInOrder(
      Array(12).keys(),
      () => workers,
      async () => {
        maxCount = Math.max(maxCount, ++running)
        await pause(1)
        running--
      },
      never,
    ))
      workers = 4
    expect(maxCount).toBe(4)
  })
  it('one that fails is told, and the rest goes on', async () => {
    const outcomes: unknown[] = []
    for await (const { item, ...result } of mapInOrder(
      [1, 2, 3],
      () => 2,
      async one => {
        if (one === 2) throw new Error('broken')
        return one
      },
      never,
    ))
      outcomes.push([item, 'error' in result ? (result.error as Error).message : result.made])
    expect(outcomes).toEqual([
      [1, 1],
      [2, 'broken'],
      [3, 3],
    ])
  })
  it('ends at once when cancelled, however long a file takes, and tells who makes it', async () => {
    const controller = new AbortController()
    const abortSeen: boolean[] = []
    const results = mapInOrder(
      [1, 2],
      () => 2,
      (_, signal) => new Promise(() => signal.addEventListener('abort', () => abortSeen.push(true))),
      controller.signal,
    )
    const first = results.next()
    controller.abort()
    await expect(first).rejects.toThrow(expect.objectContaining({ name: 'AbortError' }) as Error)
    expect(abortSeen).toEqual([true, true])
  })
  it('begins nothing when it is cancelled already', async () => {
    let callCount = 0
    await expect(
      mapInOrder(
        [1],
        () => 1,
        async () => {
          callCount++
        },
        AbortSignal.abort(),
      ).next(),
    ).rejects.toThrow(expect.objectContaining({ name: 'AbortError' }) as Error)
    expect(callCount).toBe(0)
  })
  it('stops what is under way when the taker leaves', async () => {
    const stoppedItems: number[] = []
    for await (const _ of mapInOrder(
      [1, 2, 3, 4],
      () => 3,
      (one, signal) =>
        one === 1
          ? Promise.resolve()
          : new Promise<void>(() => signal.addEventListener('abort', () => stoppedItems.push(one))),
      never,
    ))
      break
    expect(stoppedItems).toEqual([2, 3])
  })
})
