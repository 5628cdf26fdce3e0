import { createHash, randomBytes } from 'node:crypto'
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { serve, type ServedRequest, type ServeOptions, type StaticServer } from '../../tools/serve/serve'
import { AssetLoader } from './asset-loader'
import { fetchRest } from './fetch-rest'
import { PIECE_BYTES } from './asset-cache'
import { createMemoryCaches } from '../../tests/support/memory-caches'

/** The loader against a real server that cuts connections. Only Cache Storage, which Node lacks, is a fake. */
const FILE = 'models/big.bin'
const SIZE = 2 * PIECE_BYTES + 700_001
const good = randomBytes(SIZE)

let folder: string
let served: StaticServer
let caches: ReturnType<typeof createMemoryCaches>

const place = (bytes: Uint8Array): void => writeFileSync(join(folder, FILE), bytes)
function list(bytes: Uint8Array): void {
  writeFileSync(
    join(folder, 'models/manifest.json'),
    JSON.stringify([{ file: FILE, bytes: bytes.length, sha256: createHash('sha256').update(bytes).digest('hex') }]),
  )
}
async function start(options: ServeOptions = {}): Promise<void> {
  served = await serve({ '/': folder }, options)
}
const open = (): Promise<AssetLoader> => AssetLoader.open(new URL(`${served.url}/`), [FILE])
const load = async (): Promise<Buffer> => Buffer.from(await (await open()).bytes(FILE))
const fileRequests = (): ServedRequest[] => served.requests.filter(({ path }) => path === `/${FILE}`)
const sentBytes = (): number => fileRequests().reduce((sum, { bytes }) => sum + bytes, 0)
/** Cuts the first responses, each after the given number of bytes. */
const cutting =
  (...after: number[]) =>
  ({ path }: ServedRequest): number | undefined =>
    path === `/${FILE}` ? after.shift() : undefined

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'zhaojian-loading-'))
  mkdirSync(join(folder, 'models'))
  list(good)
  place(good)
  vi.stubGlobal('caches', (caches = createMemoryCaches()))
})
afterEach(async () => {
  vi.unstubAllGlobals()
  await served.close()
  rmSync(folder, { recursive: true })
})

describe('what was loaded once', () => {
  it('is kept and not asked for again', async () => {
    await start()
    const first = await open()
    expect(await first.hasAllCached()).toBe(false)
    expect((await first.bytes(FILE)).length).toBe(SIZE)
    expect(await first.hasAllCached()).toBe(true)
    expect((await load()).equals(good)).toBe(true)
    expect(fileRequests()).toHaveLength(1)
  })

  it('is asked for again where the kept bytes were damaged', async () => {
    await start()
    await load()
    await (await open()).hasAllCached()
    const [key] = caches.stored.keys()
    caches.stored.set(key!, new Response(randomBytes(PIECE_BYTES)))
    expect((await load()).equals(good)).toBe(true)
    expect(fileRequests()).toHaveLength(2)
  })

  it('is let go of once the manifest lists another version, and only then', async () => {
    await start()
    await load()
    const loader = await open()
    await loader.hasAllCached()
    await loader.deleteUnlisted()
    expect(caches.stored.size).toBe(3)
    list(randomBytes(SIZE))
    await (await open()).deleteUnlisted()
    expect(caches.stored.size).toBe(0)
  })

  it('is simply loaded where the browser keeps nothing', async () => {
    vi.stubGlobal('caches', {
      open: async () => {
        throw new DOMException('', 'SecurityError')
      },
    })
    await start()
    expect((await load()).equals(good)).toBe(true)
    expect(await (await open()).hasAllCached()).toBe(false)
  })
})

it('what is kept is done without where the browser does not answer', async () => {
  vi.stubGlobal('caches', { open: () => new Promise(() => {}) })
  vi.useFakeTimers({ toFake: ['setTimeout'] })
  await start()
  const opening = open()
  while (vi.getTimerCount() === 0) await new Promise(resolve => setImmediate(resolve))
  await vi.advanceTimersByTimeAsync(3000)
  vi.useRealTimers()
  expect(Buffer.from(await (await opening).bytes(FILE)).equals(good)).toBe(true)
})

describe('a load that breaks', () => {
  it('goes on where it broke: all bytes cross the line once', async () => {
    await start({ cutAfter: cutting(3_000_000) })
    const progress: number[] = []
    const loader = await AssetLoader.open(new URL(`${served.url}/`), [FILE], loaded => progress.push(loaded))
    expect(Buffer.from(await loader.bytes(FILE)).equals(good)).toBe(true)
    expect(fileRequests().map(({ range, status }) => `${status} ${range?.replace(/\d+/, '#') ?? ''}`)).toEqual([
      '200 ',
      '206 bytes=#-',
    ])
    expect(sentBytes()).toBeLessThan(1.05 * SIZE)
    expect(progress).toEqual(progress.toSorted((a, b) => a - b))
    expect(progress.at(-1)).toBe(SIZE)
  })

  it('goes on after a reload with the pieces that had arrived', async () => {
    // The connection breaks and the file is gone, so this page gives up.
    await start({
      cutAfter: request => {
        if (request.path !== `/${FILE}` || fileRequests().length > 1) return undefined
        rmSync(join(folder, FILE))
        return PIECE_BYTES + 900_000
      },
    })
    await expect(load()).rejects.toMatchObject({ code: 'assets-missing' })
    place(good)
    expect((await load()).equals(good)).toBe(true)
    expect(fileRequests().at(-1)).toMatchObject({
      status: 206,
      range: `bytes=${PIECE_BYTES}-`,
      bytes: SIZE - PIECE_BYTES,
    })
  })

  it('starts again where the rest alone would weigh more than the whole compressed', async () => {
    const light = Buffer.concat([randomBytes(700_000), Buffer.alloc(SIZE - 700_000)])
    list(light)
    place(light)
    await start({ brotli: true, cutAfter: cutting(600_000) })
    // Node requests brotli only over https.
    const fetchPlain = fetch
    vi.stubGlobal('fetch', (url: URL, init: RequestInit) =>
      fetchPlain(url, { ...init, headers: { 'accept-encoding': 'br', ...init.headers } }),
    )
    expect((await load()).equals(light)).toBe(true)
    expect(fileRequests().map(({ status, range }) => [status, range])).toEqual([
      [200, undefined],
      [200, undefined],
    ])
    expect(sentBytes()).toBeLessThan(SIZE / 3)
  })

  it('that mixed two versions is thrown away and loaded once anew', async () => {
    place(randomBytes(SIZE))
    await start({
      cutAfter: request => {
        if (request.path !== `/${FILE}` || fileRequests().length > 1) return undefined
        setTimeout(() => place(good), 100)
        return PIECE_BYTES + 5000
      },
    })
    expect((await load()).equals(good)).toBe(true)
    expect(fileRequests().map(({ status }) => status)).toEqual([200, 206, 200])
    expect((await load()).equals(good)).toBe(true)
    expect(fileRequests()).toHaveLength(3)
  })
})

describe('what can’t be had is assets-missing', () => {
  it.each([
    ['no file', () => rmSync(join(folder, FILE)), 1],
    ['other bytes', () => place(randomBytes(SIZE)), 2],
    ['a longer file', () => place(Buffer.concat([good, good])), 2],
  ])('%s', async (_, spoil, requests) => {
    spoil()
    await start()
    await expect(load()).rejects.toMatchObject({ code: 'assets-missing', message: `${served.url}/${FILE}` })
    expect(fileRequests()).toHaveLength(requests)
    expect(caches.stored.size).toBe(0)
  })

  it('no manifest', async () => {
    rmSync(join(folder, 'models/manifest.json'))
    await start()
    await expect(open()).rejects.toMatchObject({
      code: 'assets-missing',
      message: `${served.url}/models/manifest.json`,
    })
  })
})

it('a line that goes silent is given up and the load resumed', async () => {
  await start()
  vi.useFakeTimers()
  const ranges: (string | undefined)[] = []
  vi.stubGlobal(
    'fetch',
    async (_url: string, { signal, headers }: { signal: AbortSignal; headers: { range?: string } }) => {
      ranges.push(headers.range)
      if (headers.range) return new Response(good.subarray(SIZE / 2), { status: 206 })
      const body = new ReadableStream({
        start(controller) {
          controller.enqueue(new Uint8Array(good.subarray(0, SIZE / 2)))
          signal.addEventListener('abort', () => controller.error(signal.reason))
        },
      })
      return new Response(body, { headers: { 'content-length': String(SIZE) } })
    },
  )
  const arrival = { bytes: new Uint8Array(SIZE), length: 0, wireBytes: null }
  const download = fetchRest('http://localhost/', arrival, () => {})
  await vi.advanceTimersByTimeAsync(30_000)
  await download
  vi.useRealTimers()
  expect(good.equals(arrival.bytes)).toBe(true)
  expect(ranges).toEqual([undefined, `bytes=${Math.floor(SIZE / 2)}-`])
})
