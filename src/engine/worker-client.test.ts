import { expose, type Endpoint } from 'comlink'
import { describe, expect, it, vi } from 'vitest'
import { PhotoError } from '../contract/failure'
import { WorkerClient } from './worker-client'

interface Api {
  load(): Promise<void>
  echo(value: number): Promise<number>
  hang(): Promise<void>
  refuse(): Promise<void>
}

type Kind = 'good' | 'never loads' | 'breaks on load' | 'crashes on load' | 'lacks WebGL'

/**
 * A fake worker over a message channel, with a real comlink endpoint at the other end: it can be killed, stay silent or
 * fail to load.
 */
function fakeWorker(kind: Kind): Worker & { crash(): void; terminated: boolean } {
  const { port1, port2 } = new MessageChannel()
  const target = new EventTarget()
  if (kind === 'good' || kind === 'lacks WebGL') {
    const api: Api = {
      load: () => (kind === 'good' ? Promise.resolve() : Promise.reject(new PhotoError('unsupported-browser'))),
      echo: value => Promise.resolve(value),
      hang: () => new Promise(() => {}),
      refuse: () => Promise.reject(new PhotoError('too-large', '9 x 9')),
    }
    expose(api, port2 as unknown as Endpoint)
  }
  port1.start()
  port2.start()
  const error = (): void => {
    target.dispatchEvent(Object.assign(new Event('error'), { message: 'boom' }))
  }
  const worker = {
    terminated: false,
    postMessage: (message: unknown, transfer: Transferable[]) => port1.postMessage(message, transfer as never),
    addEventListener: (type: string, listener: EventListener) => {
      if (type === 'message') port1.addEventListener(type, listener as never)
      else target.addEventListener(type, listener)
    },
    removeEventListener: (type: string, listener: EventListener) => {
      if (type === 'message') port1.removeEventListener(type, listener as never)
      else target.removeEventListener(type, listener)
    },
    terminate() {
      this.terminated = true
      port1.close()
      port2.close()
    },
    crash: error,
  }
  if (kind === 'breaks on load') queueMicrotask(error)
  if (kind === 'crashes on load') {
    port2.postMessage('a word')
    setTimeout(error, 20)
  }
  return worker as unknown as Worker & { crash(): void; terminated: boolean }
}

function client(
  kinds: Kind[],
  maxSilenceMs = 1000,
): { client: WorkerClient<Api>; workers: ReturnType<typeof fakeWorker>[] } {
  const workers: ReturnType<typeof fakeWorker>[] = []
  return {
    workers,
    client: new WorkerClient<Api>({
      spawn: () => {
        const worker = fakeWorker(kinds[workers.length] ?? 'good')
        workers.push(worker)
        return worker
      },
      prepare: api => api.load(),
      scriptUrl: 'https://example.org/lib/workers/photo.js',
      maxSilenceMs,
    }),
  }
}

describe('WorkerClient never leaves a call hanging', () => {
  it('answers, and hands the worker’s typed errors on', async () => {
    const { client: one } = client(['good'])
    expect(await one.call(api => api.echo(7))).toBe(7)
    await expect(one.call(api => api.refuse())).rejects.toMatchObject({ code: 'too-large' })
    one.close()
  })
  it('a worker that never loads, or breaks while loading, is assets-missing', async () => {
    for (const kind of ['never loads', 'breaks on load'] as const) {
      const { client: one, workers } = client([kind], 200)
      await expect(one.call(api => api.echo(1))).rejects.toMatchObject({
        code: 'assets-missing',
        message: expect.stringContaining('https://example.org/lib/workers/photo.js') as string,
      })
      expect(workers[0]!.terminated).toBe(true)
    }
  })
  it('a crash rejects every pending call; the next starts the worker anew, however often it has crashed', async () => {
    const { client: one, workers } = client([])
    for (let life = 0; life < 5; life++) {
      await one.ready()
      const pending = [one.call(api => api.hang()), one.call(api => api.hang())].map(call =>
        call.catch((error: PhotoError) => error.code),
      )
      await new Promise(resolve => setTimeout(resolve, 10))
      workers[life]!.crash()
      expect(await Promise.all(pending)).toEqual(['crashed', 'crashed'])
      expect(workers[life]!.terminated).toBe(true)
    }
    expect(await one.call(api => api.echo(2))).toBe(2)
    expect(workers.length).toBe(6)
    one.close()
  })
  it('a start that crashes is tried once more; then it is told', async () => {
    const { client: one, workers } = client(['crashes on load', 'good'])
    await one.ready()
    expect(workers.length).toBe(2)
    one.close()
    const { client: two, workers: both } = client(['crashes on load', 'crashes on load', 'good'])
    await expect(two.ready()).rejects.toMatchObject({ code: 'crashed' })
    expect(both.length).toBe(2)
    expect(await two.call(api => api.echo(4))).toBe(4)
    two.close()
  })
  it('a bug in the worker is told as ours and logged, never as a broken photo or a lack of memory', async () => {
    const log = vi.spyOn(console, 'error').mockImplementation(() => {})
    const { client: one } = client(['good'])
    for (const bug of [new TypeError('x is not a function'), new RangeError('Offset is outside the bounds')])
      await expect(one.call(() => Promise.reject(bug))).rejects.toMatchObject({ code: 'unexpected', cause: bug })
    expect(log).toHaveBeenCalledTimes(2)
    log.mockRestore()
    one.close()
  })

  it('a lack of memory is told by what the engine says', async () => {
    const { client: one } = client(['good'])
    const full = new RangeError('Array buffer allocation failed')
    await expect(one.call(() => Promise.reject(full))).rejects.toMatchObject({ code: 'out-of-memory' })
    one.close()
  })

  it('a typed error keeps its reason across the worker', async () => {
    const { client: one } = client(['good'])
    const webGLError = Object.assign(new Error('no WebGL'), { name: 'unsupported-browser/no-webgl' })
    await expect(one.call(() => Promise.reject(webGLError))).rejects.toMatchObject({
      code: 'unsupported-browser',
      reason: 'no-webgl',
    })
    one.close()
  })

  it('what it lacks while loading is told by its code', async () => {
    const { client: one } = client(['lacks WebGL'])
    await expect(one.ready()).rejects.toMatchObject({ code: 'unsupported-browser' })
  })
  it('one that answers nothing for long is too slow; one that answers now and then is waited for', async () => {
    const { client: one, workers } = client(['good'], 200)
    const waiting = one
      .call(api => api.hang())
      .then(
        () => 'answered',
        (error: PhotoError) => error.code,
      )
    for (let times = 0; times < 4; times++) {
      await new Promise(resolve => setTimeout(resolve, 100))
      expect(await one.call(api => api.echo(times))).toBe(times)
    }
    expect(workers[0]!.terminated).toBe(false)
    expect(await waiting).toBe('too-slow')
    expect(workers[0]!.terminated).toBe(true)
    expect(await one.call(api => api.echo(9))).toBe(9)
    one.close()
  })
  it('an idle worker may be silent for as long as it likes', async () => {
    const { client: one, workers } = client(['good'], 50)
    await one.ready()
    await new Promise(resolve => setTimeout(resolve, 200))
    expect(workers[0]!.terminated).toBe(false)
    one.close()
  })
  it('abort rejects at once and keeps the worker', async () => {
    const { client: one, workers } = client(['good'])
    const aborting = new AbortController()
    const pending = one.call(api => api.hang(), aborting.signal)
    setTimeout(() => aborting.abort(), 10)
    await expect(pending).rejects.toMatchObject({ code: 'aborted' })
    expect(await one.call(api => api.echo(3))).toBe(3)
    expect(workers.length).toBe(1)
    one.close()
  })
  it('close rejects what is pending and what comes', async () => {
    const { client: one } = client(['good'])
    await one.ready()
    const pending = one.call(api => api.hang())
    one.close()
    await expect(pending).rejects.toMatchObject({ code: 'closed' })
    await expect(one.call(api => api.echo(1))).rejects.toMatchObject({ code: 'closed' })
  })
})
