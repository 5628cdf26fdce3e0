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

type Kind = 'good' | 'never loads' | 'breaks on load' | 'lacks WebGL'

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
  return worker as unknown as Worker & { crash(): void; terminated: boolean }
}

function client(
  kinds: Kind[],
  callTimeoutMs = 1000,
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
      readyTimeoutMs: 400,
      callTimeoutMs,
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
      const { client: one, workers } = client([kind])
      await expect(one.call(api => api.echo(1))).rejects.toMatchObject({
        code: 'assets-missing',
        message: expect.stringContaining('https://example.org/lib/workers/photo.js') as string,
      })
      expect(workers[0]!.terminated).toBe(true)
    }
  })
  it('a crash rejects every pending call; the next call starts the worker anew', async () => {
    const { client: one, workers } = client(['good', 'good'])
    await one.ready()
    const pending = [one.call(api => api.hang()), one.call(api => api.hang())].map(call =>
      call.catch((error: PhotoError) => error.code),
    )
    await new Promise(resolve => setTimeout(resolve, 10))
    workers[0]!.crash()
    expect(await Promise.all(pending)).toEqual(['out-of-memory', 'out-of-memory'])
    expect(await one.call(api => api.echo(2))).toBe(2)
    expect(workers.length).toBe(2)
    one.close()
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
  it('one that is silent past its time counts as crashed', async () => {
    const { client: one } = client(['good'], 40)
    await expect(one.call(api => api.hang())).rejects.toMatchObject({ code: 'out-of-memory' })
    one.close()
  })
  it('breaking twice without an answer in between is for good', async () => {
    const { client: one, workers } = client(['breaks on load', 'breaks on load', 'good'])
    await expect(one.call(api => api.echo(1))).rejects.toThrow()
    await expect(one.call(api => api.echo(1))).rejects.toThrow()
    await expect(one.call(api => api.echo(1))).rejects.toMatchObject({ code: 'unsupported-browser' })
    expect(workers.length).toBe(2)
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
