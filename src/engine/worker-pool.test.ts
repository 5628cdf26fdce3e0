import { describe, expect, it } from 'vitest'
import type { Report } from '../contract/report'
import type { PoolWorker } from './pool-worker'
import { WorkerPool, suggestWorkerCount } from './worker-pool'

/** A pool worker whose photos finish when the test resolves them. */
class ManualPoolWorker implements PoolWorker {
  readonly waiting: ((report: Report) => void)[] = []
  closed = false
  check(): Promise<Report> {
    return new Promise(resolve => {
      this.waiting.push(resolve)
    })
  }
  produce(): Promise<never> {
    return Promise.reject(new Error('not asked here'))
  }
  close(): void {
    this.closed = true
  }
  finish(): void {
    this.waiting.shift()!({} as Report)
  }
}
const photo = new Blob()
const waitForTasks = (): Promise<void> => new Promise(resolve => setTimeout(resolve))

describe('a worker pool', () => {
  it('gives each poolWorker one photo at a time, and the next to the one that is free first', async () => {
    const [a, b, pool] = [new ManualPoolWorker(), new ManualPoolWorker(), new WorkerPool()]
    pool.add(a)
    pool.add(b)
    const answers = [1, 2, 3].map(() => pool.check(photo))
    await waitForTasks()
    expect([a.waiting.length, b.waiting.length]).toEqual([1, 1])
    a.finish()
    await waitForTasks()
    expect([a.waiting.length, b.waiting.length]).toEqual([1, 1])
    a.finish()
    b.finish()
    await expect(Promise.all(answers)).resolves.toHaveLength(3)
  })

  it('has a poolWorker that joins later take what waits', async () => {
    const [a, b, pool] = [new ManualPoolWorker(), new ManualPoolWorker(), new WorkerPool()]
    pool.add(a)
    const answers = [pool.check(photo), pool.check(photo)]
    await waitForTasks()
    pool.add(b)
    await waitForTasks()
    expect(b.waiting).toHaveLength(1)
    a.finish()
    b.finish()
    await Promise.all(answers)
  })

  it('keeps a poolWorker busy until its work is done, even when nobody waits for the answer any more', async () => {
    const [a, pool, stop] = [new ManualPoolWorker(), new WorkerPool(), new AbortController()]
    pool.add(a)
    const checking = pool.check(photo, undefined, stop.signal)
    await waitForTasks()
    stop.abort()
    await expect(checking).rejects.toMatchObject({ code: 'aborted' })
    const next = pool.check(photo)
    await waitForTasks()
    expect(a.waiting).toHaveLength(1)
    a.finish()
    await waitForTasks()
    expect(a.waiting).toHaveLength(1)
    a.finish()
    await expect(next).resolves.toBeDefined()
  })

  it('closes a poolWorker that comes after its end', () => {
    const [late, pool] = [new ManualPoolWorker(), new WorkerPool()]
    pool.close()
    pool.add(late)
    expect(late.closed).toBe(true)
    expect(pool.workers).toBe(0)
  })
})

it.each([
  [1, 8, 1],
  [2, 8, 2],
  [4, 8, 3],
  [16, 8, 6],
  [8, 2, 2],
  [8, 0.5, 1],
  [8, undefined, 3],
  [2, undefined, 2],
])('%d cores and %s GB take %d workers', (cores, gigabytes, workers) => {
  expect(suggestWorkerCount(cores, gigabytes)).toBe(workers)
})
