import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { MAX_PROFILE_CHARACTERS, MAX_PROFILE_NAME_CHARACTERS } from '../../contract/embedding'
import { resolveProfile } from './host-profile'

const HOST = 'https://school.example'
const FRAME = 'https://photos.example'
const { signal } = new AbortController()

let asked: string[]
beforeEach(() => {
  asked = []
  vi.stubGlobal('location', { origin: HOST })
  vi.stubGlobal('document', { baseURI: `${HOST}/students/` })
  vi.stubGlobal('fetch', async (url: URL) => {
    asked.push(url.href)
    return new Response('{"id":"own"}')
  })
})
afterEach(() => {
  vi.unstubAllGlobals()
})
const resolve = (name: string, frame = FRAME): ReturnType<typeof resolveProfile> =>
  resolveProfile({ name }, frame, signal)
const refusal = (code: string, message: string): unknown =>
  expect.objectContaining({ code, message: expect.stringContaining(message) as string })

describe('what the frame is told of the profile', () => {
  it('is nothing where the host asks for none', async () =>
    expect(await resolveProfile(null, FRAME, signal)).toBeNull())

  it('is an id of ours as it is, without asking anybody', async () => {
    expect(await resolve('hanjiang-2025')).toEqual({ name: 'hanjiang-2025' })
    expect(asked).toEqual([])
  })

  it.each(['school.json', './school.json', '/students/school.json', `${HOST}/students/school.json`])(
    'is the text of a file on the host’s own origin: %s',
    async name => {
      expect(await resolve(name)).toEqual({ json: '{"id":"own"}' })
      expect(asked).toEqual([`${HOST}/students/school.json`])
    },
  )

  it('is the whole address of a file on the frame’s origin, which the page loads itself', async () => {
    expect(await resolve('//photos.example/a/../school.json')).toEqual({ name: `${FRAME}/school.json` })
    expect(asked).toEqual([])
  })

  it('is the file’s text where host and frame are of one origin', async () => {
    expect(await resolve(`${HOST}/school.json`, HOST)).toEqual({ json: '{"id":"own"}' })
    expect(asked).toEqual([`${HOST}/school.json`])
  })

  it('is an object’s text as long as a profile may be', async () => {
    const json = ' '.repeat(MAX_PROFILE_CHARACTERS)
    expect(await resolveProfile({ json }, FRAME, signal)).toEqual({ json })
    await expect(resolveProfile({ json: `${json} ` }, FRAME, signal)).rejects.toThrow(
      refusal('profile-refused', String(MAX_PROFILE_CHARACTERS + 1)),
    )
  })
})

describe('a profile is refused', () => {
  it.each([
    'https://other.example/school.json',
    'http://school.example/school.json',
    'https://school.example:8443/school.json',
    'data:application/json,{}',
    'javascript:0',
    'https://',
  ])('from anywhere else: %s', async name => {
    await expect(resolve(name)).rejects.toThrow(refusal('profile-refused', name))
    await expect(resolve(name)).rejects.toThrow(`neither on ${HOST} nor on ${FRAME}`)
    expect(asked).toEqual([])
  })

  it('whose address on the frame’s origin is longer than one may be', async () => {
    const start = `${FRAME}/`
    const longest = start + 'a'.repeat(MAX_PROFILE_NAME_CHARACTERS - start.length)
    expect(await resolve(longest)).toEqual({ name: longest })
    await expect(resolve(`${longest}a`)).rejects.toThrow(refusal('profile-refused', 'neither on'))
  })
})

it('a profile that does not load is told with its address, the cause and what the policy needs', async () => {
  vi.stubGlobal('fetch', async () => new Response('', { status: 404, statusText: 'Not Found' }))
  const told = resolve('school.json')
  await expect(told).rejects.toThrow(refusal('profile-unreachable', `${HOST}/students/school.json`))
  await expect(told).rejects.toThrow('404 Not Found')
  await expect(told).rejects.toThrow("connect-src 'self'")
})
