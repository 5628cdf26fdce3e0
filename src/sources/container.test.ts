import sharp, { type Sharp } from 'sharp'
import { describe, expect, it } from 'vitest'
import { readContainer } from './container'

const plain = (): Sharp => sharp({ create: { width: 30, height: 20, channels: 3, background: '#789' } })

describe('the real format, by content', () => {
  it.each([
    ['image/jpeg', () => plain().jpeg(), { width: 30, height: 20, channels: 3, bitDepth: 8 }],
    ['image/png', () => plain().png(), { width: 30, height: 20, channels: 3, bitDepth: 8 }],
    ['image/webp', () => plain().webp(), { width: 30, height: 20, animated: false }],
    ['image/webp', () => plain().webp({ lossless: true }), { width: 30, height: 20 }],
    ['image/gif', () => plain().gif(), { width: 30, height: 20, animated: false }],
    ['image/avif', () => plain().avif({ effort: 0 }), {}],
  ] as const)('%s', async (type, make, facts) =>
    expect(readContainer(await make().toBuffer())).toMatchObject({ type, ...facts }),
  )

  it.each(['gif', 'webp'] as const)('an animated %s', async format => {
    const frames = await Promise.all(
      ['#333', '#ccc', '#36c'].map(background =>
        sharp({ create: { width: 30, height: 20, channels: 3, background } })
          .png()
          .toBuffer(),
      ),
    )
    expect(
      readContainer(
        await sharp(frames, { join: { animated: true } })
          .toFormat(format)
          .toBuffer(),
      ),
    ).toMatchObject({ type: `image/${format}`, animated: true })
  })

  it('a JPEG or PNG that was cut off is damaged', async () => {
    for (const bytes of [await plain().jpeg().toBuffer(), await plain().png().toBuffer()])
      expect(() => readContainer(bytes.subarray(0, bytes.length - 12))).toThrow(/no end/)
  })
  it('what is no picture is none', () =>
    expect(() => readContainer(Buffer.from('hello, hello, hello'))).toThrow(
      expect.objectContaining({ code: 'not-an-image' }),
    ))
})
