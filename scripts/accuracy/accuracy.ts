import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { QUESTIONS, readLabels, type LabelledPortrait } from './labels'
import { GROUPS, measureSkinLuminance } from './groups'
import { findFileFaults, measurePsnr } from './check-produced'
import { computeRates, type ScoredCase, type Rates } from './rates'
import { openLibraryPage, type CheckAnswer, type LibraryPage } from '../../tools/browser/library-page'
import { openSceneRecorder } from '../../tools/browser/scene-recorder'

/**
 * `npm run accuracy -- [--groups] DIR…`: compares the built library with labels made by eye (with --groups also per
 * group), and checks every produced file with an independent reader.
 */
async function measureFolder(folder: string): Promise<void> {
  const portraits = readLabels(folder)
  const library = await openLibraryPage(folder)
  try {
    const answers = new Map<string, CheckAnswer>()
    for (const { file } of portraits) answers.set(file, await library.check(file))
    console.log(`\n## ${folder}: ${portraits.length} portraits`)
    printRates(portraits, answers)
    if (isGrouped) await printGroups(folder, portraits, answers)
    await printProduced(folder, portraits, answers, library)
  } finally {
    await library.close()
  }
}

/** Names of the questions; both sides of a part share one. */
const QUESTION_NAMES = [...new Set(QUESTIONS.map(({ name }) => name))]

const formatPercent = (share: number | null): string =>
  share === null || Number.isNaN(share) ? '-' : `${(100 * share).toFixed(1)} %`

function collectCases(
  portraits: readonly LabelledPortrait[],
  answers: ReadonlyMap<string, CheckAnswer>,
  name: string,
): (ScoredCase & { readonly file: string; readonly check: string })[] {
  return QUESTIONS.filter(question => question.name === name).flatMap(question =>
    portraits.flatMap(({ file, labels }) => {
      const label = labels[question.column]
      const check = answers.get(file)?.report?.checks.find(one => one.id === question.check)
      if (label === undefined || label === 'p') return []
      return [
        {
          file,
          check: question.check,
          hasDefect: question.defectLabels.includes(label),
          score: question.isScored ? (check?.score ?? null) : null,
          answer: check ? question.readAnswer(check) : null,
        },
      ]
    }),
  )
}

const toRow = (rates: Rates): Record<string, string | number> => ({
  n: rates.n,
  defects: rates.defects,
  'equal error rate': formatPercent(rates.equalErrorRate),
  'false alarms': formatPercent(rates.falseAlarms),
  misses: formatPercent(rates.misses),
  unknown: formatPercent(rates.unknown),
})

function printRates(portraits: readonly LabelledPortrait[], answers: ReadonlyMap<string, CheckAnswer>): void {
  const questions = QUESTION_NAMES.map(name => ({ name, cases: collectCases(portraits, answers, name) })).filter(
    ({ cases }) => cases.length,
  )
  console.table(Object.fromEntries(questions.map(({ name, cases }) => [name, toRow(computeRates(cases))])))
  for (const { name, cases } of questions) {
    const wrong = cases.filter(({ answer, hasDefect }) => answer !== null && answer !== hasDefect)
    const describe = ({ file, check, score, hasDefect }: (typeof cases)[number]): string =>
      `${file} ${check} ${hasDefect ? 'missed' : 'false alarm'} (${score?.toFixed(2)})`
    if (wrong.length) console.log(`${name}, wrong: ${wrong.map(describe).join(', ')}`)
  }
  const withoutReport = portraits.filter(({ file }) => answers.get(file)?.report === null)
  if (withoutReport.length)
    console.log('no report:', withoutReport.map(({ file }) => `${file} (${answers.get(file)?.code})`).join(', '))
  const times = portraits.flatMap(({ file }) => answers.get(file)?.report?.timings['total'] ?? []).sort((a, b) => a - b)
  console.log(
    `time per photo: median ${times[times.length >> 1]?.toFixed(0)} ms, longest ${times.at(-1)?.toFixed(0)} ms`,
  )
  printVerdicts(portraits, answers)
}

/** The same rates per group. */
async function printGroups(
  folder: string,
  portraits: readonly LabelledPortrait[],
  answers: ReadonlyMap<string, CheckAnswer>,
): Promise<void> {
  const recorder = await openSceneRecorder()
  const luminance = new Map<string, number | null>()
  for (const { file } of portraits)
    luminance.set(file, measureSkinLuminance(await recorder.loadScene(join(folder, file))))
  await recorder.close()
  const rows: Record<string, Record<string, string | number>> = {}
  for (const name of QUESTION_NAMES) {
    for (const group of GROUPS) {
      const rates = computeRates(
        collectCases(
          portraits.filter(portrait => group.has(portrait, luminance.get(portrait.file) ?? null)),
          answers,
          name,
        ),
      )
      if (rates.n) rows[`${name}: ${group.name}`] = toRow(rates)
    }
  }
  console.table(rows)
}

/** Verdict counts per rule: shows a rule that fails all portraits or is always unknown. */
function printVerdicts(portraits: readonly LabelledPortrait[], answers: ReadonlyMap<string, CheckAnswer>): void {
  const counts: Record<string, Record<string, number>> = {}
  for (const { file } of portraits) {
    for (const { id, verdict } of answers.get(file)?.report?.checks ?? []) {
      const row = (counts[id] ??= { pass: 0, warn: 0, fail: 0, unknown: 0 })
      row[verdict] = (row[verdict] ?? 0) + 1
    }
  }
  console.table(counts)
}

async function printProduced(
  folder: string,
  portraits: readonly LabelledPortrait[],
  answers: ReadonlyMap<string, CheckAnswer>,
  library: LibraryPage,
): Promise<void> {
  let producedCount = 0
  const faulty: string[] = []
  const psnr: number[] = []
  const refusals: Record<string, number> = {}
  for (const { file } of portraits) {
    const { jpeg, code } = await library.produce(file)
    if (!jpeg) {
      refusals[code ?? 'none'] = (refusals[code ?? 'none'] ?? 0) + 1
      continue
    }
    producedCount++
    const faults = findFileFaults(jpeg)
    const crop = answers.get(file)?.report?.crop
    if (crop) {
      const db = await measurePsnr(readFileSync(join(folder, file)), crop, jpeg)
      psnr.push(db)
      if (db < 38) faults.push(`PSNR ${db.toFixed(1)} dB`)
    } else faults.push('made without a planned crop')
    if (faults.length) faulty.push(`${file}: ${faults.join(', ')}`)
  }
  console.log(
    `files made: ${producedCount}, outside the profile: ${faulty.length}; PSNR least ` +
      `${psnr.length ? Math.min(...psnr).toFixed(1) : '-'} dB; refused: ${JSON.stringify(refusals)}`,
  )
  for (const line of faulty) console.log('  ', line)
}

const isGrouped = process.argv.includes('--groups')
const folders = process.argv.slice(2).filter(argument => !argument.startsWith('--'))
if (!folders.length) {
  console.log('usage: npm run accuracy -- [--groups] PORTRAITS_FOLDER… (each with labels.csv)')
  process.exit(2)
}
for (const folder of folders) {
  if (!existsSync(join(folder, 'labels.csv'))) {
    console.log(`skipped: ${folder} is not here or has no labels.csv`)
    continue
  }
  await measureFolder(folder)
}
