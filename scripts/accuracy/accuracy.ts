import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { QUESTIONS, readLabels, type Labelled } from './labels'
import { GROUPS, skinLuminanceOf } from './groups'
import { faultsOf, psnrOf } from './produced'
import { ratesOf, type Case, type Rates } from './rates'
import { openLibrary, type Answer, type LibraryPage } from '../../tools/browser/library-page'
import { openRecorder } from './scenes'

/**
 * `npm run accuracy -- [--groups] DIR…`: the built library against labels made by eye (with --groups also group by
 * group), and every file it makes against an independent reader.
 */
async function measure(folder: string): Promise<void> {
  const portraits = readLabels(folder)
  const library = await openLibrary(folder)
  try {
    const answers = new Map<string, Answer>()
    for (const { file } of portraits) answers.set(file, await library.check(file))
    console.log(`\n## ${folder}: ${portraits.length} portraits`)
    printRates(portraits, answers)
    if (byGroup) await printGroups(folder, portraits, answers)
    await printProduced(folder, portraits, answers, library)
  } finally {
    await library.close()
  }
}

/** Of the questions, both sides of a part under one. */
const NAMES = [...new Set(QUESTIONS.map(({ name }) => name))]

const percent = (share: number | null): string =>
  share === null || Number.isNaN(share) ? '-' : `${(100 * share).toFixed(1)} %`

function casesOf(
  portraits: readonly Labelled[],
  answers: ReadonlyMap<string, Answer>,
  name: string,
): (Case & { readonly file: string; readonly check: string })[] {
  return QUESTIONS.filter(question => question.name === name).flatMap(question =>
    portraits.flatMap(({ file, labels }) => {
      const label = labels[question.column]
      const check = answers.get(file)?.report?.checks.find(one => one.id === question.check)
      if (label === undefined || label === 'p') return []
      return [
        {
          file,
          check: question.check,
          defect: question.defect.includes(label),
          score: question.scored ? (check?.score ?? null) : null,
          says: check ? question.says(check) : null,
        },
      ]
    }),
  )
}

const rowOf = (rates: Rates): Record<string, string | number> => ({
  n: rates.n,
  defects: rates.defects,
  'equal error rate': percent(rates.equalErrorRate),
  'false alarms': percent(rates.falseAlarms),
  misses: percent(rates.misses),
  unknown: percent(rates.unknown),
})

function printRates(portraits: readonly Labelled[], answers: ReadonlyMap<string, Answer>): void {
  const asked = NAMES.map(name => ({ name, cases: casesOf(portraits, answers, name) })).filter(
    ({ cases }) => cases.length,
  )
  console.table(Object.fromEntries(asked.map(({ name, cases }) => [name, rowOf(ratesOf(cases))])))
  for (const { name, cases } of asked) {
    const wrong = cases.filter(({ says, defect }) => says !== null && says !== defect)
    if (wrong.length)
      console.log(
        `${name}, wrong: ` +
          `${wrong.map(({ file, check, score, defect }) => `${file} ${check} ${defect ? 'missed' : 'false alarm'} (${score?.toFixed(2)})`).join(', ')}`,
      )
  }
  const refused = portraits.filter(({ file }) => answers.get(file)?.report === null)
  if (refused.length)
    console.log('no report:', refused.map(({ file }) => `${file} (${answers.get(file)?.code})`).join(', '))
  const times = portraits.flatMap(({ file }) => answers.get(file)?.report?.timings['total'] ?? []).sort((a, b) => a - b)
  console.log(
    `time per photo: median ${times[times.length >> 1]?.toFixed(0)} ms, longest ${times.at(-1)?.toFixed(0)} ms`,
  )
  printVerdicts(portraits, answers)
}

/** The same rates within each group. */
async function printGroups(
  folder: string,
  portraits: readonly Labelled[],
  answers: ReadonlyMap<string, Answer>,
): Promise<void> {
  const recorder = await openRecorder()
  const luminance = new Map<string, number | null>()
  for (const { file } of portraits) luminance.set(file, skinLuminanceOf(await recorder.scene(join(folder, file))))
  await recorder.close()
  const rows: Record<string, Record<string, string | number>> = {}
  for (const name of NAMES) {
    for (const group of GROUPS) {
      const rates = ratesOf(
        casesOf(
          portraits.filter(portrait => group.has(portrait, luminance.get(portrait.file) ?? null)),
          answers,
          name,
        ),
      )
      if (rates.n) rows[`${name}: ${group.name}`] = rowOf(rates)
    }
  }
  console.table(rows)
}

/** How each rule of the profile judges these portraits: a rule that fails all or cannot tell any is seen here. */
function printVerdicts(portraits: readonly Labelled[], answers: ReadonlyMap<string, Answer>): void {
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
  portraits: readonly Labelled[],
  answers: ReadonlyMap<string, Answer>,
  library: LibraryPage,
): Promise<void> {
  let made = 0
  const faulty: string[] = []
  const psnr: number[] = []
  const refusals: Record<string, number> = {}
  for (const { file } of portraits) {
    const { jpeg, code } = await library.produce(file)
    if (!jpeg) {
      refusals[code ?? 'none'] = (refusals[code ?? 'none'] ?? 0) + 1
      continue
    }
    made++
    const faults = faultsOf(jpeg)
    const crop = answers.get(file)?.report?.crop
    if (crop) {
      const db = await psnrOf(readFileSync(join(folder, file)), crop, jpeg)
      psnr.push(db)
      if (db < 38) faults.push(`PSNR ${db.toFixed(1)} dB`)
    } else faults.push('made without a planned crop')
    if (faults.length) faulty.push(`${file}: ${faults.join(', ')}`)
  }
  console.log(
    `files made: ${made}, outside the profile: ${faulty.length}; PSNR least ` +
      `${psnr.length ? Math.min(...psnr).toFixed(1) : '-'} dB; refused: ${JSON.stringify(refusals)}`,
  )
  for (const line of faulty) console.log('  ', line)
}

const byGroup = process.argv.includes('--groups')
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
  await measure(folder)
}
