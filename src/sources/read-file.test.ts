import { expect, it } from 'vitest'
import { readFile } from './read-file'

const unreadable = (error: unknown): Blob =>
  Object.assign(new Blob(['x']), { arrayBuffer: () => Promise.reject(error as Error) })

it('gives the bytes of a file', async () => {
  expect(await readFile(new Blob(['ab']))).toEqual(Uint8Array.of(97, 98))
})

it.each(['NotReadableError', 'NotFoundError'])(
  'a file that was changed or deleted (%s) is told as such',
  async name => {
    const cause = new DOMException('gone', name)
    await expect(readFile(unreadable(cause))).rejects.toMatchObject({ code: 'changed-file', cause })
  },
)

it('another error is no changed file', async () => {
  const bug = new TypeError('x is not a function')
  await expect(readFile(unreadable(bug))).rejects.toBe(bug)
  for (const other of [
    new DOMException('stopped', 'AbortError'),
    Object.assign(new Error('not the browser’s'), { name: 'NotFoundError' }),
  ])
    await expect(readFile(unreadable(other))).rejects.toBe(other)
})
