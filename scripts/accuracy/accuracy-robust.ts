import { existsSync, mkdtempSync, readFileSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import sharp from 'sharp'
import type { Report } from '../../src/contract/report'
import { readLabels } from './labels'
import { turnHead } from './turn-head'
import { toUpright } from './upright'
import { openLibraryPage } from '../../tools/browser/library-page'
import { openSceneRecorder } from '../../tools/browser/scene-recorder'

/**
 * `npm run accuracy:robust -- DIR…` (needs a build): how many verdicts of the parts (ears, eyebrows, glasses, mouth,
 * headwear) change when the same portrait is resized, saved at other JPEG qualities, or turned a little (warped as a
 * cylinder).
 */
const CHECK_IDS = [
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
const MAX_CHANGED_RATIO = 0.02

type Transform = (bytes: Buffer, file: string) => Promise<Buffer>
const resizeBy =
  (factor: number): Transform =>
  async bytes => {
    const { data, info } = await toUpright(bytes).raw().toBuffer({ resolveWithObject: true })
    return sharp(data, { raw: { width: info.width, height: info.height, channels: info.channels } })
      .resize(Math.round(info.width * factor))
      .png()
      .toBuffer()
  }
const encodeJpeg =
  (quality: number): Transform =>
  bytes =>
    toUpright(bytes).jpeg({ quality }).toBuffer()

async function measureRobustness(folder: string): Promise<boolean> {
  const files = readLabels(folder).map(({ file }) => file)
  const recorder = await openSceneRecorder()
  const yaw =
    (degrees: number): Transform =>
    async (bytes, file) =>
      turnHead(bytes, await recorder.loadScene(join(folder, file)), degrees)
  const changes: Record<string, Transform> = {
    'as it is': bytes => toUpright(bytes).png().toBuffer(),
    'size 70 %': resizeBy(0.7),
    'size 85 %': resizeBy(0.85),
    'size 115 %': resizeBy(1.15),
    'size 130 %': resizeBy(1.3),
    'JPEG 70': encodeJpeg(70),
    'JPEG 80': encodeJpeg(80),
    'JPEG 95': encodeJpeg(95),
    'yaw -8°': yaw(-8),
    'yaw +8°': yaw(8),
  }
  const made = mkdtempSync(join(tmpdir(), 'zhaojian-robust-'))
  const library = await openLibraryPage(made)
  const rows: Record<string, Record<string, string>> = {}
  const byCheck: Record<string, Record<string, number>> = Object.fromEntries(CHECK_IDS.map(id => [id, {}]))
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
      for (const id of CHECK_IDS) {
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
  console.log(`\n## ${folder}: ${files.length} portraits; at most ${100 * MAX_CHANGED_RATIO} % of verdicts may change`)
  console.table(rows)
  console.log('Changed verdicts by check:')
  console.table(byCheck)
  return moved / all <= MAX_CHANGED_RATIO
}

const folders = process.argv.slice(2)
if (!folders.length) {
  console.log('usage: npm run accuracy:robust -- PORTRAITS_FOLDER… (each with labels.csv)')
  process.exit(2)
}
let areBarsMet = true
for (const folder of folders) {
  if (!existsSync(join(folder, 'labels.csv'))) {
    console.log(`skipped: ${folder} is not here or has no labels.csv`)
    continue
  }
  areBarsMet = (await measureRobustness(folder)) && areBarsMet
}
process.exit(areBarsMet ? 0 : 1)
