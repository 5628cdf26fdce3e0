import { describe, expect, it } from 'vitest'
import type { Caller, Detections, OpenedPhoto, PhotoApi } from '../contract/apis'
import { PhotoError } from '../contract/failure'
import { getProfile } from '../profiles'
import { checkFile, type FileCheckContext } from './check-file'

const SEEN: Detections = { faceCount: 0, face: null, person: null, parts: null, partsAbsent: 'pending' }
const crops = {} as never

/** Workers of which each named stage fails as often as said; `ran` tells what was asked of them, in order. */
function createContext(failures: Partial<Record<'measure' | 'detect' | 'parts', PhotoError[]>>): {
  context: FileCheckContext
  ran: string[]
} {
  const ran: string[] = []
  const run = async <T>(stage: string, answer: T): Promise<T> => {
    ran.push(stage)
    const failure = failures[stage as 'measure']?.shift()
    if (failure) throw failure
    return answer
  }
  let opened = 0
  const api = {
    cutParts: () => run('cut', crops),
    measure: (id: string, { partsAbsent }: Detections) =>
      run('measure', { readings: { 'ears.left': { unknown: partsAbsent } }, timings: { [id]: 1 } }),
    release: () => Promise.resolve(),
  } as unknown as PhotoApi
  const photo: Caller<PhotoApi> = { call: use => use(api) }
  const context: FileCheckContext = {
    profile: getProfile('hanjiang-2025'),
    openFile: () => run('open', { id: `life-${++opened}`, width: 600, height: 800, file: null } as OpenedPhoto),
    workers: {
      photo,
      faceAndPerson: { detect: () => run('detect', SEEN), segment: () => Promise.reject(new Error('not asked')) },
      parts: { detect: () => run('parts', {} as never) },
    },
  }
  return { context, ran }
}

const crashed = (times: number): PhotoError[] => Array.from({ length: times }, () => new PhotoError('crashed'))
const photo = new File([], 'a.jpg')

describe('a check whose worker dies', () => {
  it.each(['detect', 'measure'] as const)('at %s begins again from the file, once', async stage => {
    const { context, ran } = createContext({ [stage]: crashed(1) })
    const report = await checkFile(context, photo)
    expect(ran.filter(each => each === 'open')).toHaveLength(2)
    // The measures are of the photo that was opened last.
    expect(report.timings).toHaveProperty('life-2')
    const twice = createContext({ [stage]: crashed(2) })
    await expect(checkFile(twice.context, photo)).rejects.toMatchObject({ code: 'crashed' })
    expect(twice.ran.filter(each => each === 'open')).toHaveLength(2)
  })

  it('at the parts runs these again alone; a second time their checks are unknown', async () => {
    const once = createContext({ parts: crashed(1) })
    await checkFile(once.context, photo)
    expect(once.ran).toEqual(['open', 'detect', 'cut', 'parts', 'cut', 'parts', 'measure'])
    const twice = createContext({ parts: crashed(2) })
    const report = await checkFile(twice.context, photo)
    expect(report.checks.find(({ id }) => id === 'ears.left')).toMatchObject({ reason: 'stopped' })
    expect(twice.ran.filter(each => each === 'open')).toHaveLength(1)
  })

  it.each([
    ['assets-missing', 'not-loaded'],
    ['too-slow', 'stopped'],
    ['out-of-memory', 'stopped'],
  ] as const)('parts that fail as %s are tried once and told as %s', async (code, reason) => {
    const { context, ran } = createContext({ parts: [new PhotoError(code)] })
    const report = await checkFile(context, photo)
    expect(report.checks.find(({ id }) => id === 'ears.left')).toMatchObject({ reason })
    expect(ran.filter(each => each === 'parts')).toHaveLength(1)
  })

  it('is not tried again for any other failure, nor once aborted', async () => {
    const slow = createContext({ measure: [new PhotoError('too-slow')] })
    await expect(checkFile(slow.context, photo)).rejects.toMatchObject({ code: 'too-slow' })
    const aborted = createContext({ detect: crashed(1) })
    const stop = new AbortController()
    const checking = checkFile(aborted.context, photo, { signal: stop.signal })
    stop.abort()
    await expect(checking).rejects.toBeInstanceOf(PhotoError)
    for (const { ran } of [slow, aborted]) expect(ran.filter(each => each === 'open')).toHaveLength(1)
  })
})
