import sharp from 'sharp'
import type { Report } from '../../src/contract/report'
import { readJpeg } from '../../tools/pictures/read-jpeg'
import { toUpright } from './upright'

/**
 * Faults of a produced file under the hanjiang-2025 profile, by a parser that shares no code with the encoder; empty if
 * there are none.
 */
export function findFileFaults(bytes: Uint8Array): string[] {
  const facts = readJpeg(bytes)
  const faults: string[] = []
  const expect = (ok: boolean, fault: string): void => {
    if (!ok) faults.push(fault)
  }
  expect(facts.width * 4 === facts.height * 3, `ratio ${facts.width}x${facts.height}`)
  expect(
    facts.width >= 480 && facts.width <= 1350 && facts.height >= 640 && facts.height <= 1700,
    `pixels ${facts.width}x${facts.height}`,
  )
  expect(bytes.length >= 51_200 && bytes.length <= 1_000_000, `${bytes.length} bytes`)
  expect(facts.baseline, 'not baseline')
  expect(facts.components === 3 && facts.precision === 8, 'not 24-bit')
  expect(facts.density?.x === 300 && facts.density.y === 300 && facts.density.unit === 1, 'density')
  expect(!facts.hasExif, 'EXIF')
  return faults
}

/** PSNR in dB of the produced file against a Lanczos resample of the same crop by another library, in linear light. */
export async function measurePsnr(
  original: Uint8Array,
  crop: NonNullable<Report['crop']>,
  produced: Uint8Array,
): Promise<number> {
  const source = await toUpright(original).raw().toBuffer({ resolveWithObject: true })
  const raw = { width: source.info.width, height: source.info.height, channels: source.info.channels }
  const cut = sharp(source.data, { raw }).extract({ left: crop.x, top: crop.y, width: crop.width, height: crop.height })
  const reference = await (
    crop.width === crop.outputWidth
      ? cut
      : cut
          .pipelineColourspace('scrgb')
          .resize(crop.outputWidth, crop.outputHeight, { kernel: 'lanczos3', fit: 'fill' })
  )
    .toColourspace('srgb')
    .raw()
    .toBuffer()
  const actual = await sharp(produced).toColourspace('srgb').removeAlpha().raw().toBuffer()
  let sum = 0
  for (let i = 0; i < actual.length; i++) sum += (actual[i]! - reference[i]!) ** 2
  return 10 * Math.log10(255 ** 2 / Math.max(sum / actual.length, 1e-9))
}
