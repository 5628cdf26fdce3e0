import sharp from 'sharp'
import type { Pixels } from '../../src/contract/pixels'
import { composePortrait, drawPerson, type PortraitOptions } from '../../src/drawn/index'

/** The pixels of a drawn portrait, with its light, wall, blur and noise. */
export async function drawPixels(options: PortraitOptions = {}): Promise<Pixels> {
  const { width = 960, height = 1280 } = options
  const { data } = await sharp(Buffer.from(drawPerson(options)))
    .resize(width, height)
    .ensureAlpha()
    .raw()
    .toBuffer({ resolveWithObject: true })
  return composePortrait({ width, height, data: new Uint8ClampedArray(data) }, options)
}

/** A drawn portrait as JPEG bytes. */
export async function drawJpeg(options: PortraitOptions = {}, quality = 95): Promise<Buffer> {
  const { width, height, data } = await drawPixels(options)
  return sharp(Buffer.from(data.buffer), { raw: { width, height, channels: 4 } })
    .removeAlpha()
    .jpeg({ quality, chromaSubsampling: '4:4:4' })
    .toBuffer()
}
