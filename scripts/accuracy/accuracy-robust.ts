import { existsSync, mkdtempSync, readFileSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import sharp from 'sharp'
import type { Report } from '../../src/contract/report'
import { readLabels } from './labels'
import { turned } from './turned'
import { upright } from './upright'
import { openLibrary } from '../../tools/browser/library-page'
import { openRecorder } from './scenes'

/**
 * `npm run accuracy:robust -- DIR…` (needs a build): how many verdicts of the parts (ears, eyebrows, glasses, mouth,
 * headwear) change when the
 * same portrait is resized, saved at other JPEG qualities, or turned a little (warped as a cylinder).
 */
const CHECKS = [
  'ears.left',
  'ears.right',
  'eyebrows.left',
  'eyebrows.right',
  'glasses.kind',
  'glasses.glare',
  'glasses.frame',
  'mouth.gap',
  'headwear.worn',
]
const BAR = 0.02

type Change = (bytes: Buffer, file: string) => Promise<Buffer>
const resized =
  (factor: number): Change =>
  async bytes => {
    const { data, info } = await upright(bytes).raw().toBuffer({ resolveWithObject: true })
    return sharp(data, { raw: { width: info.width, height: info.height, channels: info.channels } })
      .resize(Math.round(info.width * factor))
      .png()
      .toBuffer()
  }
const jpeg =
  (quality: number): Change =>
  bytes =>
    upright(bytes).jpeg({ quality }).toBuffer()

async function measure(folder: string): Promise<boolean> {
  const files = readLabels(folder).map(({ file }) => file)
  const recorder = await openRecorder()
  const yaw =
    (degrees: number): Change =>
    async (bytes, file) =>
      turned(bytes, await recorder.scene(join(folder, file)), degrees)
  const changes: Record<string, Change> = {
    'as it is': bytes => upright(bytes).png().toBuffer(),
    'size 70 %': resized(0.7),
    'size 85 %': resized(0.85),
    'size 115 %': resized(1.15),
    'size 130 %': resized(1.3),
    'JPEG 70': jpeg(70),
    'JPEG 80': jpeg(80),
    'JPEG 95': jpeg(95),
    'yaw -8°': yaw(-8),
    'yaw +8°': yaw(8),
  }
  const made = mkdtempSync(join(tmpdir(), 'zhaojian-robust-'))
  const library = await openLibrary(made)
  const rows: Record<string, Record<string, string>> = {}
  const byCheck: Record<string, Record<string, number>> = Object.fromEntries(CHECKS.map(id => [id, {}]))
  let [all, moved, flipped] = [0, 0, 0]
  const first = new Map<string, Report>()
  for (const [name, change] of Object.entries(changes)) {
    let [here, changed, flips] = [0, 0, 0]
    for (const file of files) {
      const target = `${file}.png`
      writeFileSync(join(made, target), await change(readFileSync(join(folder, file)), file))
      const { report } = await library.check(target)
      if (!report) continue
      const before = first.get(file)
      if (!before) {
        first.set(file, report)
        continue
      }
      for (const id of CHECKS) {
        const [was, is] = [before, report].map(one => one.checks.find(check => check.id === id)!.verdict) as [
          string,
          string,
        ]
        here++
        if (was === is) continue
        changed++
        byCheck[id]![name] = (byCheck[id]![name] ?? 0) + 1
        if (was !== 'unknown' && is !== 'unknown') flips++
      }
    }
    if (here)
      rows[name] = {
        verdicts: String(here),
        changed: `${((100 * changed) / here).toFixed(2)} %`,
        'of these pass to fail or back': `${((100 * flips) / here).toFixed(2)} %`,
      }
    all += here
    moved += changed
    flipped += flips
  }
  await library.close()
  await recorder.close()
  rows['all'] = {
    verdicts: String(all),
    changed: `${((100 * moved) / all).toFixed(2)} %`,
    'of these pass to fail or back': `${((100 * flipped) / all).toFixed(2)} %`,
  }
  console.log(`\n## ${folder}: ${files.length} portraits; at most ${100 * BAR} % of verdicts may change`)
  console.table(rows)
  console.log('Changed verdicts by check:')
  console.table(byCheck)
  return moved / all <= BAR
}

const folders = process.argv.slice(2)
if (!folders.length) {
  console.log('usage: npm run accuracy:robust -- PORTRAITS_FOLDER… (each with labels.csv)')
  process.exit(2)
}
let met = true
for (const folder of folders) {
  if (!existsSync(join(folder, 'labels.csv'))) {
    console.log(`skipped: ${folder} is not here or has no labels.csv`)
    continue
  }
  met = (await measure(folder)) && met
}
process.exit(met ? 0 : 1)
