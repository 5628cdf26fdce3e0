import { execFile, spawnSync } from 'node:child_process'
import { existsSync, mkdtempSync, readFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { ensureBrowser } from '../../tools/browser/browser'

/**
 * `npm test`: everything a newcomer and CI run. The last line counts the tests of the real runs; compilers, linter and
 * build count as one each.
 */
const npx = process.platform === 'win32' ? 'npx.cmd' : 'npx'
const run = (...command: string[]): boolean =>
  spawnSync(npx, ['--no-install', ...command], { stdio: 'inherit' }).status === 0

let passed = 0
let failed = 0
let skipped = 0
const brokenSteps: string[] = []
function countStep(name: string, ok: boolean): void {
  if (ok) passed++
  else {
    failed++
    brokenSteps.push(name)
  }
}

function runVitest(project: string): void {
  const out = join(mkdtempSync(join(tmpdir(), 'zhaojian-')), 'result.json')
  const ok = run(
    'vitest',
    'run',
    '--project',
    project,
    '--reporter=default',
    '--reporter=json',
    `--outputFile.json=${out}`,
  )
  const result = existsSync(out)
    ? (JSON.parse(readFileSync(out, 'utf8')) as {
        numPassedTests: number
        numFailedTests: number
        numPendingTests: number
      })
    : null
  passed += result?.numPassedTests ?? 0
  failed += result?.numFailedTests ?? 0
  skipped += result?.numPendingTests ?? 0
  // A run that fails without a failing test (a file that does not load, an unhandled rejection) is a failure all the
  // same.
  if (!ok && !result?.numFailedTests) failed++
  if (!ok) brokenSteps.push(`${project} tests`)
}

/** Static checks keep one core busy each: two at a time. Each prints what it says once it has ended. */
async function runStaticChecks(): Promise<void> {
  const waiting: (readonly [name: string, ...command: string[]])[] = [
    ['ESLint', 'eslint', '.', '--max-warnings=0'],
    ...['tsconfig.json', 'tsconfig.worker.json', 'tsconfig.node.json'].map(
      file => [`types of ${file}`, 'tsc', '-p', file] as const,
    ),
    ['Prettier', 'prettier', '--check', '--log-level', 'warn', '.'],
  ]
  const work = async (): Promise<void> => {
    for (let check = waiting.shift(); check; check = waiting.shift()) {
      const [name, ...command] = check
      const ok = await new Promise<boolean>(resolve =>
        execFile(npx, ['--no-install', ...command], { maxBuffer: 2 ** 26 }, (error, stdout, stderr) => {
          process.stdout.write(stdout + stderr)
          resolve(!error)
        }),
      )
      countStep(name, ok)
    }
  }
  await Promise.all([work(), work()])
}

await runStaticChecks()
runVitest('unit')
runVitest('model')
// Built anew each time: browser tests on yesterday's output would prove nothing.
countStep('build', run('tsx', 'build/build.ts'))
try {
  ensureBrowser()
  runVitest('browser')
  runVitest('package')
  runVitest('browser-alone')
} catch (error) {
  console.error(String(error))
  failed++
  brokenSteps.push('browser')
}

if (brokenSteps.length) console.log(`failed: ${brokenSteps.join(', ')}`)
console.log(`${passed} passed, ${failed} failed${skipped ? `, ${skipped} skipped` : ''}`)
process.exit(failed ? 1 : 0)
