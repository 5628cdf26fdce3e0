import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { QUESTIONS, readLabels, type LabelledPortrait } from './labels'
import { GROUPS, measureSkinLuminance } from './groups'
import { findFileFaults, measurePsnr } from './check-produced'
import { computeRates } from './rates'
import { collectCases, printRatesTable, toRow, type JudgedPortraits } from './rates-table'
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

const toChecks = (answers: ReadonlyMap<string, CheckAnswer>): JudgedPortraits =>
  new Map([...answers].map(([file, { report }]) => [file, report?.checks ?? []]))

function printRates(portraits: readonly LabelledPortrait[], answers: ReadonlyMap<string, CheckAnswer>): void {
  printRatesTable(portraits, toChecks(answers), QUESTIONS)
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
          toChecks(answers),
          QUESTIONS.filter(question => question.name === name),
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
  console.log('usage: npm run accuracy -- [--groups] PORTRAITS_FOLDER… (each with labels.csv or labels-look.csv)')
  process.exit(2)
}
for (const folder of folders) {
  if (!['labels.csv', 'labels-look.csv'].some(name => existsSync(join(folder, name)))) {
    console.log(`skipped: ${folder} is not here or has no labels`)
    continue
  }
  await measureFolder(folder)
}
