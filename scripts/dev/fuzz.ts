import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { parseArgs } from 'node:util'
import { openLibraryPage } from '../../tools/browser/library-page'
import { drawJpeg } from '../../tools/pictures/drawn-jpeg'
import { createCases, createNamedCase, isDamage, type FuzzCase } from '../../tools/pictures/fuzz/mutations'
import { createOriginals } from '../../tools/pictures/fuzz/originals'
import { askAboutPhoto, comparePictures, type PhotoAnswer } from './fuzz/ask'
import { FuzzTally, type CaseAnswer } from './fuzz/tally'

/**
 * `npm run fuzz -- [--minutes 10] [--count N] [--seed S] [--case NAME]… [--keep FOLDER] [--only FORMAT]` (needs a
 * build): mutated files of every format through the built library in one page. Each must give a report or a typed
 * error within ten seconds, none may be opened with another picture than the undamaged one's, and after every tenth a
 * good photo must get the report that it got first. What fails is saved, its name makes it again. Exits with 1 then.
 */
const { values: options } = parseArgs({
  options: {
    minutes: { type: 'string', default: '10' },
    count: { type: 'string', default: 'Infinity' },
    seed: { type: 'string', default: '1' },
    case: { type: 'string', multiple: true },
    only: { type: 'string', default: '' },
    keep: { type: 'string', default: join(tmpdir(), 'zhaojian-fuzz') },
  },
})
/** Ten seconds are a fault; only after more is the page given up. */
const SILENT_MS = 60_000
const seen = new Set<string>()

const all = await createOriginals()
const originals = all.filter(({ name }) => name.startsWith(options.only))
const folder = mkdtempSync(join(tmpdir(), 'zhaojian-fuzz-served-'))
for (const { name, bytes } of originals) writeFileSync(join(folder, name), bytes)
writeFileSync(join(folder, 'good.jpg'), await drawJpeg({ width: 600, height: 800 }))
mkdirSync(options.keep, { recursive: true })

const library = await openLibraryPage(folder)
const checkGoodPhoto = async (): Promise<string> => JSON.stringify((await library.check('good.jpg')).report?.checks)
const expected = await checkGoodPhoto()
const tally = new FuzzTally(fuzzCase => {
  const path = join(options.keep, fuzzCase.name)
  writeFileSync(path, fuzzCase.bytes)
  return path
})

const cases = options.case
  ? options.case.map(name => createNamedCase(name, all))
  : createCases(originals, Number(options.seed))
const endsAt = performance.now() + 60_000 * Number(options.minutes)
for (const fuzzCase of cases) {
  if (tally.count >= Number(options.count) || (!options.case && performance.now() > endsAt)) break
  tally.add(fuzzCase, await tryCase(fuzzCase))
  if (tally.count % 10 === 0 && (await checkGoodPhoto()) !== expected)
    tally.addFault(fuzzCase, 'the next good photo got another report')
  if (tally.count % 100 === 0) console.log(`${tally.count} files, ${tally.faults.length} faults`)
}
await library.close()
rmSync(folder, { recursive: true })
console.log(tally.describe(options.keep))
process.exit(tally.faults.length ? 1 : 0)

async function tryCase(fuzzCase: FuzzCase): Promise<CaseAnswer> {
  const { name, bytes, original } = fuzzCase
  const url = `/photos/${encodeURIComponent(name)}`
  writeFileSync(join(folder, name), bytes)
  const answer = await Promise.race([
    library.page.evaluate(askAboutPhoto, url),
    new Promise<PhotoAnswer>(resolve =>
      setTimeout(resolve, SILENT_MS, { outcome: 'silent', message: '', ms: SILENT_MS }),
    ),
  ])
  rmSync(join(folder, name))
  const undamaged = `/photos/${original.name}`
  // Of a forgery the picture may be another.
  const compares = answer.outcome.startsWith('report') && isDamage(fuzzCase.mutation)
  if (compares && !seen.has(undamaged)) await library.page.evaluate(askAboutPhoto, undamaged)
  if (compares) seen.add(undamaged)
  const shareDifferent = compares ? await library.page.evaluate(comparePictures, [url, undamaged] as const) : 0
  return { ...answer, shareDifferent }
}
