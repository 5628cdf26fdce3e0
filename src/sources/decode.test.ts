import { expect, it, vi } from 'vitest'
import { fileFacts } from '../../tests/support/case-files'
import { decodeWithBrowser } from './decode'

it.each([
  ['jpeg', [1, 2, 3, 0xff, 0xd9]],
  ['png', [1, 2, 3]],
] as const)(
  'the browser is given a %s by what it holds, a JPEG with an end marker behind it',
  async (format, bytes) => {
    const decode = vi.fn((_file: Blob) => Promise.resolve({ width: 30, height: 20 }))
    vi.stubGlobal('createImageBitmap', decode)
    const facts = await fileFacts({ width: 30, height: 20, format })
    await decodeWithBrowser(new Blob([Uint8Array.of(1, 2, 3)], { type: 'image/gif' }), facts)
    const [given] = decode.mock.calls[0]!
    expect(given.type).toBe(`image/${format}`)
    expect([...new Uint8Array(await given.arrayBuffer())]).toEqual(bytes)
  },
)
