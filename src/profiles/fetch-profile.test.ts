import { afterEach, describe, expect, it, vi } from 'vitest'
import { MAX_PROFILE_CHARACTERS } from '../contract/embedding'
import { fetchProfile } from './fetch-profile'

const ADDRESS = new URL('https://school.example/profile.json')
const FETCH_TIMEOUT_MS = 20_000

interface Asked {
  readonly url: URL
  readonly options: RequestInit
}

/** Puts an answer in the place of the network; what was asked is told in the list given back. */
function answerWith(body: BodyInit | null, init?: ResponseInit): Asked[] {
  const asked: Asked[] = []
  vi.stubGlobal('fetch', async (url: URL, options: RequestInit) => {
    asked.push({ url, options })
    return new Response(body, init)
  })
  return asked
}

/** Puts a network there that never answers, and refuses once it is told to stop. */
function neverAnswer(): Asked[] {
  const asked: Asked[] = []
  vi.stubGlobal('fetch', (url: URL, options: RequestInit) => {
    asked.push({ url, options })
    return new Promise((_, refuse) =>
      options.signal!.addEventListener('abort', () => refuse(new DOMException('stopped', 'AbortError'))),
    )
  })
  return asked
}

function streamOf(...pieces: Uint8Array<ArrayBuffer>[]): ReadableStream<Uint8Array<ArrayBuffer>> {
  return new ReadableStream({
    start(controller) {
      for (const piece of pieces) controller.enqueue(piece)
      controller.close()
    },
  })
}

afterEach(() => {
  vi.useRealTimers()
  vi.unstubAllGlobals()
})

describe('a profile file', () => {
  it('is asked of this origin only, without cookies', async () => {
    const asked = answerWith('{}')
    await fetchProfile(ADDRESS, new AbortController().signal)
    expect(asked).toHaveLength(1)
    expect(asked[0]!.url).toBe(ADDRESS)
    expect(asked[0]!.options).toMatchObject({ mode: 'same-origin', credentials: 'omit' })
  })

  it('comes as its text, also where a character is cut in two on the way', async () => {
    const bytes = new TextEncoder().encode('{"学校":1}')
    answerWith(streamOf(bytes.slice(0, 3), bytes.slice(3)))
    expect(await fetchProfile(ADDRESS, new AbortController().signal)).toBe('{"学校":1}')
    answerWith(streamOf())
    expect(await fetchProfile(ADDRESS, new AbortController().signal)).toBe('')
  })

  it('is refused with its status where the server refuses it', async () => {
    answerWith('{}', { status: 404, statusText: 'Not Found' })
    await expect(fetchProfile(ADDRESS, new AbortController().signal)).rejects.toThrow('404 Not Found')
  })

  it('may be as long as a profile may be, and no longer', async () => {
    const longest = ' '.repeat(MAX_PROFILE_CHARACTERS)
    answerWith(longest)
    expect(await fetchProfile(ADDRESS, new AbortController().signal)).toBe(longest)
    const asked = answerWith(`${longest} `)
    await expect(fetchProfile(ADDRESS, new AbortController().signal)).rejects.toThrow(String(MAX_PROFILE_CHARACTERS))
    expect(asked[0]!.options.signal!.aborted, 'the rest of it is not loaded').toBe(true)
  })
})

describe('waiting for a profile file', () => {
  it('ends when the caller stops it', async () => {
    const asked = neverAnswer()
    const caller = new AbortController()
    const waiting = fetchProfile(ADDRESS, caller.signal)
    expect(asked[0]!.options.signal!.aborted).toBe(false)
    caller.abort()
    // At once, and not only when its time is over.
    expect(asked[0]!.options.signal!.aborted).toBe(true)
    await expect(waiting).rejects.toMatchObject({ name: 'AbortError' })
  })

  it('ends after its time, and not before', async () => {
    vi.useFakeTimers()
    const asked = neverAnswer()
    const waiting = fetchProfile(ADDRESS, new AbortController().signal)
    const refused = expect(waiting).rejects.toMatchObject({ name: 'AbortError' })
    vi.advanceTimersByTime(FETCH_TIMEOUT_MS - 1)
    expect(asked[0]!.options.signal!.aborted).toBe(false)
    vi.advanceTimersByTime(1)
    await refused
  })

  it('leaves no timer and no listener behind', async () => {
    vi.useFakeTimers()
    answerWith('{}')
    const { signal } = new AbortController()
    let ending: AbortSignal | undefined
    vi.spyOn(signal, 'addEventListener').mockImplementation((_name, _listener, options) => {
      ending = (options as AddEventListenerOptions).signal
    })
    await fetchProfile(ADDRESS, signal)
    expect(vi.getTimerCount()).toBe(0)
    expect(ending?.aborted).toBe(true)
  })
})
