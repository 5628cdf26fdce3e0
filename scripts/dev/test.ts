import { spawnSync } from 'node:child_process'
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
function runStep(name: string, ...command: string[]): void {
  if (run(...command)) passed++
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

for (const project of ['tsconfig.json', 'tsconfig.worker.json', 'tsconfig.node.json'])
  runStep(`types of ${project}`, 'tsc', '-p', project)
runStep('ESLint', 'eslint', '.', '--max-warnings=0')
runStep('Prettier', 'prettier', '--check', '--log-level', 'warn', '.')
runVitest('unit')
runVitest('model')
// Built anew each time: browser tests on yesterday's output would prove nothing.
runStep('build', 'tsx', 'build/build.ts')
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
