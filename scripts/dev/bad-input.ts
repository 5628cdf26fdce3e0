import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { FAILURE_CODES } from '../../src/contract/failure'
import { createGoodFiles, mutateFiles, createSpecialFiles, type BadFile } from '../../tools/pictures/bad-files'
import { drawJpeg } from '../../tools/pictures/drawn-jpeg'
import { openLibraryPage } from '../../tools/browser/library-page'

/**
 * `npm run bad-input [-- COUNT]` (needs a build): runs 2,000 broken files through the built library in one page. Each
 * must give a report or a typed error within 20 seconds; after every tenth, a good photo must still get its report.
 * Exits with status 1 otherwise.
 */
const ANSWER_TIMEOUT_MS = 20_000
const count = Number(process.argv[2] ?? 2000)
const folder = mkdtempSync(join(tmpdir(), 'zhaojian-bad-'))
const library = await openLibraryPage(folder)
writeFileSync(join(folder, 'good.jpg'), await drawJpeg({ width: 600, height: 800 }))
const outcomes: Record<string, Record<string, number>> = {}
const faults: string[] = []
let [tried, slowest] = [0, { ms: 0, name: '' }]

async function tryOne({ name, bytes }: BadFile, kind: string): Promise<void> {
  writeFileSync(join(folder, name), bytes)
  const start = performance.now()
  const answer = await Promise.race([
    library.check(name),
    new Promise<null>(resolve => setTimeout(resolve, ANSWER_TIMEOUT_MS, null)),
  ])
  const ms = performance.now() - start
  if (ms > slowest.ms) slowest = { ms, name }
  const outcome = answer === null ? 'silent' : answer.report ? 'report' : (answer.code ?? 'none')
  ;(outcomes[kind] ??= {})[outcome] = (outcomes[kind]![outcome] ?? 0) + 1
  const isExpected = outcome === 'report' || (FAILURE_CODES as readonly string[]).includes(outcome)
  if (!isExpected || (answer && !answer.report && !answer.message))
    faults.push(`${name}: ${outcome} ${answer?.message ?? ''}`)
  rmSync(join(folder, name))
  if (++tried % 10 === 0 && !(await library.check('good.jpg')).report?.crop)
    faults.push(`after ${name} the good photo got no report`)
}

const special = await createSpecialFiles()
for (const file of special) await tryOne(file, 'special')
for (const file of mutateFiles(await createGoodFiles(), Math.max(0, count - special.length)))
  await tryOne(file, file.name.split('-')[1]!)
await library.close()

console.log(
  `${tried} files, each answered within ${ANSWER_TIMEOUT_MS / 1000} s; ` +
    `the slowest ${slowest.ms.toFixed(0)} ms (${slowest.name})`,
)
console.table(outcomes)
for (const fault of faults) console.log('  ', fault)
console.log(faults.length ? `${faults.length} faults` : 'no faults')
process.exit(faults.length ? 1 : 0)
