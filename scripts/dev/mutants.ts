import { spawnSync } from 'node:child_process'
import { existsSync, readFileSync, rmSync } from 'node:fs'

/**
 * `npm run mutants [-- FOLDER …] [--incremental]`: mutation testing of the unit tests (StrykerJS, stryker.config.js).
 * Prints the surviving mutants, then the score of each folder; fails below the threshold. `--incremental` reuses
 * earlier results where neither code nor tests have changed.
 */

/**
 * Files by folder of src, without commas; code that needs a browser (canvas, camera, frames) is tested there instead.
 */
const FILES: Readonly<Record<string, readonly string[]>> = {
  verdict: ['verdict/*.ts'],
  crop: ['crop/*.ts'],
  export: ['export/*.ts'],
  report: ['report/*.ts'],
  sources: ['sources/*.ts', '!sources/decode.ts', '!sources/frame-pixels.ts'],
  profiles: ['profiles/*.ts'],
  delivery: ['delivery/*.ts'],
  live: ['live/best-frame.ts', 'live/guide.ts', 'live/stillness.ts'],
  embed: ['embed/*.ts', 'embed/frame/sent-report.ts', 'embed/host/host-profile.ts'],
  rules: ['rules/**/*.ts', '!rules/**/text.ts', '!rules/**/cases.ts'],
}

const MIN_SCORE = 0.8
const MIN_FOLDER_SCORE = 0.65

interface Score {
  readonly killed: number
  readonly valid: number
  readonly leftOut: number
}

const missing = Object.values(FILES)
  .flat()
  .filter(file => !file.includes('*') && !existsSync(`src/${file.replace('!', '')}`))
if (missing.length) throw new Error(`there is no ${missing.join(', no ')}`)

const patternsOf = (files: readonly string[]): string =>
  [...files, '!**/*.test.ts'].map(file => file.replace(/^!?/, '$&src/')).join(',')

/** Stryker's score of one folder; throws if it could not run. */
function measure(folder: string, incremental: boolean): Score {
  const report = `.cache/mutants/${folder}.json`
  rmSync(report, { force: true })
  const { status } = spawnSync(
    'npx',
    [
      '--no-install',
      'stryker',
      'run',
      '--mutate',
      patternsOf(FILES[folder]!),
      ...(incremental ? ['--incremental', '--incrementalFile', `.cache/mutants/${folder}.incremental.json`] : []),
    ],
    { stdio: 'inherit', env: { ...process.env, MUTANTS_REPORT: report } },
  )
  if (status !== 0) throw new Error(`stryker could not measure ${folder}`)
  return scoreOf(report)
}

function scoreOf(report: string): Score {
  const { files } = JSON.parse(readFileSync(report, 'utf8')) as {
    files: Record<string, { mutants: { status: string }[] }>
  }
  const statuses = Object.values(files).flatMap(({ mutants }) => mutants.map(({ status }) => status))
  const count = (...statusesToCount: string[]): number =>
    statuses.filter(status => statusesToCount.includes(status)).length
  // Mutants that the tests could not run with give no result; very long test names are one cause.
  const broken = count('RuntimeError', 'CompileError')
  if (broken) throw new Error(`${broken} mutants in ${report} could not be tested`)
  const killed = count('Killed', 'Timeout')
  return { killed, valid: killed + count('Survived', 'NoCoverage'), leftOut: count('Ignored') }
}

const share = ({ killed, valid }: Score): number => killed / valid
const lineOf = (name: string, score: Score): string =>
  [
    name.padEnd(10),
    `${(100 * share(score)).toFixed(1)} %`.padStart(8),
    `${score.killed} of ${score.valid}`.padStart(14),
    `${score.leftOut} left out`.padStart(16),
  ].join('')

const named = process.argv.slice(2).filter(argument => !argument.startsWith('--'))
const wrong = named.filter(folder => !(folder in FILES))
if (wrong.length) throw new Error(`no such folder: ${wrong.join(', ')}; there are ${Object.keys(FILES).join(', ')}`)
const folders = named.length ? named : Object.keys(FILES)
const scores = folders.map(folder => [folder, measure(folder, process.argv.includes('--incremental'))] as const)
const sum = (of: (score: Score) => number): number => scores.reduce((total, [, score]) => total + of(score), 0)
const total = { killed: sum(({ killed }) => killed), valid: sum(({ valid }) => valid), leftOut: sum(s => s.leftOut) }
for (const [folder, score] of scores) console.log(lineOf(folder, score))
console.log(lineOf('all', total))
if (share(total) < MIN_SCORE || scores.some(([, score]) => share(score) < MIN_FOLDER_SCORE)) process.exitCode = 1
