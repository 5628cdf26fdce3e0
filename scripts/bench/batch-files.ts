import { existsSync, mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import sharp from 'sharp'
import type { PortraitOptions } from '../../src/drawn/index'
import { drawPixels } from '../../tools/pictures/drawn-jpeg'

/**
 * Faces and faults in a studio's folder; each is drawn once, larger than a file, and each file is a different cut of
 * one.
 */
const PORTRAIT_KINDS: readonly PortraitOptions[] = [
  {},
  { hair: 'bun', skinTone: 3 },
  { hair: 'long', earsCovered: { left: 1 } },
  { fringe: { left: 0.6 } },
  { glasses: { kind: 'clear' } },
  { glasses: { kind: 'tinted' } },
  { mouthGap: 0.2 },
  { light: { balance: 3 } },
  { wall: { gradient: 24 } },
  { wall: { colour: '#ffffff' } },
  { skinTone: 7 },
  { roll: 6 },
]
const WIDTH_PX = 3000,
  HEIGHT_PX = 4000,
  CUT_MARGIN_PX = 64

/** A made-up 身份证号 with a valid check character, as in a studio's file names. */
function buildIdNumber(index: number): string {
  const pad = (value: number, length: number): string => String(value).padStart(length, '0')
  const born = `${2003 + (index % 3)}${pad(1 + (index % 12), 2)}${pad(1 + (index % 28), 2)}`
  const digits = `420300${born}${pad(index % 1000, 3)}`
  const weights = [7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2]
  return digits + '10X98765432'[[...digits].reduce((sum, digit, at) => sum + Number(digit) * weights[at]!, 0) % 11]
}

/**
 * Paths of `count` 12-megapixel JPEGs under `folder`, created if missing: drawn portraits with noise, each file a
 * different cut, so that no two have the same bytes. About 2 MB each.
 */
export async function ensureBatchFiles(folder: string, count: number): Promise<string[]> {
  mkdirSync(folder, { recursive: true })
  const paths = Array.from({ length: count }, (_, index) =>
    join(folder, `${String(index + 1).padStart(4, '0')}-${buildIdNumber(index)}.jpg`),
  )
  const missing = paths.map((path, index) => ({ path, index })).filter(({ path }) => !existsSync(path))
  for (const [kind, options] of PORTRAIT_KINDS.entries()) {
    const missingOfKind = missing.filter(({ index }) => index % PORTRAIT_KINDS.length === kind)
    if (!missingOfKind.length) continue
    console.log(`Drawing kind ${kind + 1} of ${PORTRAIT_KINDS.length}: ${missingOfKind.length} files`)
    const { data } = await drawPixels({
      width: WIDTH_PX + CUT_MARGIN_PX,
      height: HEIGHT_PX + CUT_MARGIN_PX,
      noise: 5,
      seed: kind,
      ...options,
    })
    for (const { path, index } of missingOfKind) {
      const cut = sharp(Buffer.from(data.buffer), {
        raw: { width: WIDTH_PX + CUT_MARGIN_PX, height: HEIGHT_PX + CUT_MARGIN_PX, channels: 4 },
      }).extract({
        left: (index * 7) % CUT_MARGIN_PX,
        top: (index * 13) % CUT_MARGIN_PX,
        width: WIDTH_PX,
        height: HEIGHT_PX,
      })
      writeFileSync(
        path,
        await cut
          .removeAlpha()
          .jpeg({ quality: 90 + (index % 6) })
          .toBuffer(),
      )
    }
  }
  return paths
}
