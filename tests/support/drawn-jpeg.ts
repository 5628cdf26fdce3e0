import sharp from 'sharp'
import { drawPortrait, type PortraitOptions } from '../../src/drawn'

/** A drawn portrait as a JPEG file's bytes. */
export function drawnJpeg(options: PortraitOptions = {}, quality = 95): Promise<Buffer> {
  return sharp(Buffer.from(drawPortrait(options))).flatten({ background: '#fff' }).jpeg({ quality }).toBuffer()
}
