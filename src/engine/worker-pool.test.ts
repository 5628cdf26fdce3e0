import { describe, expect, it } from 'vitest'
import type { Report } from '../contract/report'
import type { PoolWorker } from './pool-worker'
import { PhotoError } from '../contract/failure'
import { WorkerPool, suggestWorkerCount } from './worker-pool'

/** A pool worker whose photos finish when the test resolves them. */
class ManualPoolWorker implements PoolWorker {
  readonly waiting: { readonly resolve: (report: Report) => void; readonly reject: (error: unknown) => void }[] = []
  closed = false
  starts = 0
  /** What each start from now on fails with. */
  startFailure: PhotoError | null = null
  async ready(): Promise<void> {
    this.starts++
    if (this.startFailure) throw this.startFailure
  }
  check(): Promise<Report> {
    return new Promise((resolve, reject) => {
      this.waiting.push({ resolve, reject })
    })
  }
  produce(): Promise<never> {
    return Promise.reject(new Error('not asked here'))
  }
  close(): void {
    this.closed = true
  }
  finish(): void {
    this.waiting.shift()!.resolve({} as Report)
  }
  crash(): void {
    this.waiting.shift()!.reject(new PhotoError('crashed'))
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

describe('a worker that fails', () => {
  const NO_PAUSES = [0, 0, 0]
  const startPool = (...workers: ManualPoolWorker[]): WorkerPool => {
    const pool = new WorkerPool(() => {}, NO_PAUSES)
    for (const worker of workers) pool.add(worker)
    return pool
  }
  const waitForRestarts = async (): Promise<void> => {
    for (let i = 0; i < 10; i++) await waitForTasks()
  }

  it('gives its photo to another one, once', async () => {
    const [a, b] = [new ManualPoolWorker(), new ManualPoolWorker()]
    const pool = startPool(a, b)
    const answer = pool.check(photo)
    await waitForTasks()
    b.crash()
    await waitForTasks()
    expect(a.waiting).toHaveLength(1)
    a.finish()
    await expect(answer).resolves.toBeDefined()
    const second = pool.check(photo)
    await waitForRestarts()
    const [first, other] = b.waiting.length ? [b, a] : [a, b]
    first.crash()
    await waitForTasks()
    other.crash()
    await expect(second).rejects.toMatchObject({ code: 'crashed' })
  })

  it('takes no photo before it has started again, and leaves the others the queue when it never does', async () => {
    const [broken, healthy] = [new ManualPoolWorker(), new ManualPoolWorker()]
    broken.startFailure = new PhotoError('assets-missing')
    const pool = startPool(healthy, broken)
    const answers = Array.from({ length: 24 }, () => pool.check(photo))
    await waitForTasks()
    broken.crash()
    await waitForRestarts()
    expect(broken).toMatchObject({ starts: 3, closed: true })
    expect(pool.workers).toBe(1)
    for (let i = 0; i < 24; i++) {
      healthy.finish()
      await waitForTasks()
    }
    await expect(Promise.all(answers)).resolves.toHaveLength(24)
  })

  it('that was the last leaves every call with the reason of its last start', async () => {
    const only = new ManualPoolWorker()
    only.startFailure = new PhotoError('assets-missing')
    const pool = startPool(only)
    const answers = Promise.allSettled([pool.check(photo), pool.check(photo)])
    await waitForTasks()
    only.crash()
    expect(await answers).toMatchObject([
      { status: 'rejected', reason: { code: 'assets-missing' } },
      { status: 'rejected', reason: { code: 'assets-missing' } },
    ])
    expect(pool.workers).toBe(0)
    await expect(pool.check(photo)).rejects.toMatchObject({ code: 'assets-missing' })
  })

  it('by a photo of its own fault is idle at once', async () => {
    const only = new ManualPoolWorker()
    const pool = startPool(only)
    const answer = pool.check(photo)
    await waitForTasks()
    only.waiting.shift()!.reject(new PhotoError('damaged'))
    await expect(answer).rejects.toMatchObject({ code: 'damaged' })
    expect(only.starts).toBe(0)
    const next = pool.check(photo)
    await waitForTasks()
    only.finish()
    await expect(next).resolves.toBeDefined()
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
