import { existsSync, mkdtempSync, readFileSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import sharp from 'sharp'
import type { Report, Verdict } from '../../src/contract/report'
import { readLabels } from './labels'
import { turnHead } from './turn-head'
import { toUpright } from './upright'
import { openLibraryPage } from '../../tools/browser/library-page'
import { openSceneRecorder, type SceneRecorder } from '../../tools/browser/scene-recorder'

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

/** Every change by its name; the first one is what the others are compared with. */
function buildChanges(folder: string, recorder: SceneRecorder): Record<string, Transform> {
  const yaw =
    (degrees: number): Transform =>
    async (bytes, file) =>
      turnHead(bytes, await recorder.loadScene(join(folder, file)), degrees)
  return {
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
}

/** One check's verdict of one portrait, before and after a change. */
interface Comparison {
  readonly change: string
  readonly check: string
  readonly before: Verdict
  readonly after: Verdict
}

async function measureRobustness(folder: string): Promise<boolean> {
  const files = readLabels(folder).map(({ file }) => file)
  const recorder = await openSceneRecorder()
  const changes = buildChanges(folder, recorder)
  const comparisons = await compareVerdicts(folder, files, changes)
  await recorder.close()

  const rows: Record<string, Record<string, string>> = {}
  for (const name of Object.keys(changes)) {
    const ofChange = comparisons.filter(({ change }) => change === name)
    if (ofChange.length) rows[name] = summarise(ofChange)
  }
  rows['all'] = summarise(comparisons)
  console.log(`\n## ${folder}: ${files.length} portraits; at most ${100 * MAX_CHANGED_RATIO} % of verdicts may change`)
  console.table(rows)
  console.log('Changed verdicts by check:')
  console.table(countByCheck(comparisons))
  return comparisons.filter(isChanged).length / comparisons.length <= MAX_CHANGED_RATIO
}

async function compareVerdicts(
  folder: string,
  files: readonly string[],
  changes: Readonly<Record<string, Transform>>,
): Promise<Comparison[]> {
  const made = mkdtempSync(join(tmpdir(), 'zhaojian-robust-'))
  const library = await openLibraryPage(made)
  const comparisons: Comparison[] = []
  const firstReports = new Map<string, Report>()
  for (const [change, transform] of Object.entries(changes)) {
    for (const file of files) {
      const target = `${file}.png`
      writeFileSync(join(made, target), await transform(readFileSync(join(folder, file)), file))
      const { report } = await library.check(target)
      if (!report) continue
      const first = firstReports.get(file)
      if (!first) firstReports.set(file, report)
      else
        for (const check of CHECK_IDS)
          comparisons.push({ change, check, before: getVerdict(first, check), after: getVerdict(report, check) })
    }
  }
  await library.close()
  return comparisons
}

const getVerdict = ({ checks }: Report, id: string): Verdict => checks.find(check => check.id === id)!.verdict
const isChanged = ({ before, after }: Comparison): boolean => before !== after
const isFlipped = ({ before, after }: Comparison): boolean =>
  before !== after && before !== 'unknown' && after !== 'unknown'

function summarise(comparisons: readonly Comparison[]): Record<string, string> {
  const toPercent = (counted: readonly Comparison[]): string =>
    `${((100 * counted.length) / comparisons.length).toFixed(2)} %`
  return {
    verdicts: String(comparisons.length),
    changed: toPercent(comparisons.filter(isChanged)),
    'of these pass to fail or back': toPercent(comparisons.filter(isFlipped)),
  }
}

/** How many verdicts of each check each change changes. */
function countByCheck(comparisons: readonly Comparison[]): Record<string, Record<string, number>> {
  const counts: Record<string, Record<string, number>> = Object.fromEntries(CHECK_IDS.map(id => [id, {}]))
  for (const { check, change } of comparisons.filter(isChanged))
    counts[check]![change] = (counts[check]![change] ?? 0) + 1
  return counts
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
