import { mkdtempSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Report } from '../../src/contract/report'
import type { PortraitOptions } from '../../src/drawn/index'
import { drawJpeg } from '../../tools/pictures/drawn-jpeg'
import { openLibraryPage } from '../../tools/browser/library-page'
import { openSceneRecorder } from '../../tools/browser/scene-recorder'
import { ofiqBackgroundUniformity, ofiqIlluminationUniformity } from './ofiq-formulas'
import { computeSpearman } from '../../tools/sweeps/rank'
import { SIZE_FACTORS, SWEEPS, SKIN_TONE_SERIES } from '../../tools/sweeps/sweeps'

/**
 * `npm run sweeps` (needs a build): compares measures with the ground truth of drawn portraits, using the built library
 * in a browser, and with the ISO reference's two formulas on the same pictures. Prints tables; exits with status 1 if a
 * threshold is missed.
 */
const MIN_CORRELATION = 0.98
const folder = mkdtempSync(join(tmpdir(), 'zhaojian-sweeps-'))
const library = await openLibraryPage(folder)
const recorder = await openSceneRecorder()
let count = 0
let missedCount = 0

async function writePicture(options: PortraitOptions): Promise<string> {
  const name = `${++count}.jpg`
  writeFileSync(join(folder, name), await drawJpeg(options))
  return name
}
async function checkDrawn(options: PortraitOptions): Promise<{ report: Report; file: string }> {
  const file = await writePicture(options)
  const { report, code } = await library.check(file)
  if (!report) throw new Error(`no report: ${code}`)
  return { report, file }
}
const getValue = (report: Report, id: string): number => {
  const value = report.checks.find(check => check.id === id)?.value
  return typeof value === 'number' ? value : NaN
}

console.log(
  'Rank correlation with the drawn truth (Spearman; bar 0.98), beside the ISO reference’s formulas on ' +
    'the same pictures',
)
const rows: Record<string, Record<string, string | number>> = {}
for (const { name, check, direction, truth, draw, unaffectedChecks } of SWEEPS) {
  const reports: Report[] = []
  const [light, wall]: [number[], number[]] = [[], []]
  for (const step of truth) {
    const { report, file } = await checkDrawn(draw(step))
    reports.push(report)
    const scene = await recorder.loadScene(join(folder, file))
    light.push(ofiqIlluminationUniformity(scene))
    wall.push(ofiqBackgroundUniformity(scene))
  }
  const values = reports.map(report => getValue(report, check))
  const correlation = direction * computeSpearman(truth, values)
  if (!(correlation >= MIN_CORRELATION)) {
    missedCount++
    console.log(`${name}: ${values.map(value => value.toFixed(3)).join(' ')}`)
  }
  const flips = unaffectedChecks.filter(
    id => new Set(reports.map(report => report.checks.find(one => one.id === id)?.verdict)).size > 1,
  )
  if (flips.length) missedCount++
  rows[name] = {
    check,
    steps: truth.length,
    'value from': values[0]!.toFixed(3),
    to: values.at(-1)!.toFixed(3),
    Spearman: correlation.toFixed(3),
    'ISO illumination': (-computeSpearman(truth, light)).toFixed(3),
    'ISO background': computeSpearman(truth, wall).toFixed(3),
    'others that moved': flips.join(' ') || 'none',
  }
}
console.table(rows)

console.log('Ten skin tones: verdicts that change (bar: none)')
for (const { name, draw } of SKIN_TONE_SERIES) {
  const verdicts = new Map<string, Set<string>>()
  const values = new Map<string, unknown[]>()
  for (let tone = 0; tone < 10; tone++) {
    const { report } = await checkDrawn(draw(tone))
    for (const { id, verdict, value, reason, score } of report.checks) {
      verdicts.set(id, (verdicts.get(id) ?? new Set()).add(verdict))
      const displayValue = typeof value === 'number' ? value.toFixed(3) : (value ?? reason)
      const scoreSuffix = score === null ? '' : ` (${score.toFixed(2)})`
      values.set(id, [...(values.get(id) ?? []), `${verdict} ${displayValue}${scoreSuffix}`])
    }
  }
  const changing = [...verdicts].filter(([, set]) => set.size > 1)
  missedCount += changing.length
  console.log(` ${name}: ${changing.length ? '' : 'none'}`)
  for (const [id] of changing) console.log(`   ${id}: ${values.get(id)!.join(' | ')}`)
}

console.log('Sharpness of one picture at other sizes')
const sizes = await Promise.all(
  SIZE_FACTORS.map(size =>
    drawJpeg({ width: Math.round(960 * size), height: Math.round(1280 * size), blur: 0.6, noise: 1 }),
  ),
)
const sharpness: number[] = []
for (const bytes of sizes) {
  const name = `${++count}.jpg`
  writeFileSync(join(folder, name), bytes)
  sharpness.push(getValue((await library.check(name)).report!, 'sharpness.detail'))
}
console.table(
  Object.fromEntries(
    SIZE_FACTORS.map((size, i) => [
      `${Math.round(100 * size)} %`,
      {
        detail: sharpness[i]!.toFixed(3),
        'against 100 %': `${(100 * (sharpness[i]! / sharpness[SIZE_FACTORS.indexOf(1)]! - 1)).toFixed(1)} %`,
      },
    ]),
  ),
)

await recorder.close()
await library.close()
console.log(missedCount ? `${missedCount} bars missed` : 'every bar met')
process.exit(missedCount ? 1 : 0)
