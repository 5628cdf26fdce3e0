import { cpSync, mkdirSync, mkdtempSync, readFileSync, realpathSync, rmSync, symlinkSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { ESLint } from 'eslint'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { GUARDED, ZONES } from '../../tools/lint/zones.js'

/**
 * Each breach is written as a file of its own into a copy of the project and must be reported under the rule named; a
 * guard that nothing trips is none. `path`: file; `code`: its text; `rule`: who must report it.
 */
interface Breach {
  readonly path: string
  readonly code: string
  readonly rule: string
}
const PATHS = 'import-x/no-restricted-paths'
const CYCLE = 'project/no-import-cycle'

/** One forbidden import per folder: what it is least likely to be allowed by mistake. */
const FORBIDDEN: Record<string, string> = {
  'src/contract': 'src/lib/polygon',
  'src/lib': 'src/rules',
  'src/text': 'src/ui/text',
  'src/sources': 'src/rules',
  'src/loading': 'src/state/store',
  'src/vision': 'src/rules',
  'src/crop': 'src/rules',
  'src/rules': 'src/ui/text',
  'src/rules/face': 'src/rules/pose',
  'src/verdict': 'src/rules',
  'src/profiles': 'src/verdict/judge',
  'src/export': 'src/sources/file-facts',
  'src/drawn': 'tools/pictures/recorded-scene',
  'src/pipeline': 'src/engine/workers',
  'src/engine': 'src/live/watch',
  'src/live': 'src/state/store',
  'src/report': 'src/verdict/judge',
  'src/report-file': 'src/report/explain',
  'src/delivery': 'src/state/store',
  'src/state': 'src/ui/text',
  'src/ui': 'src/editor/text',
  'src/editor': 'src/rules',
  'src/embed': 'src/embed/host/element',
  'src/embed/host': 'src/state/store',
  'src/embed/frame': 'src/ui/text',
  'src/styles': 'src/lib/polygon',
  workers: 'src/verdict/judge',
  build: 'tools/serve/serve',
  'tools/browser': 'tests/support/timeout',
  'tools/engines': 'tests/support/timeout',
  'tools/lint': 'tests/support/timeout',
  'tools/pictures': 'scripts/bench/bench',
  'tools/serve': 'scripts/bench/bench',
  'tools/release': 'scripts/bench/bench',
  'tools/sweeps': 'scripts/bench/bench',
  'scripts/accuracy': 'tests/support/timeout',
  'scripts/bench': 'tests/support/timeout',
  'scripts/dev': 'tests/support/timeout',
  'scripts/models': 'tests/support/timeout',
  'tests/browser': 'scripts/bench/bench',
  'tests/model': 'scripts/bench/bench',
  'tests/package': 'scripts/bench/bench',
  'tests/support': 'scripts/bench/bench',
  'tests/unit': 'scripts/bench/bench',
}
/** Zones of a single file: the breach is added to the file's own text. */
const FORBIDDEN_IN_FILES: Record<string, string> = {
  'src/zhaojian.ts': 'src/state/store',
  'src/library.ts': 'src/state/store',
  'src/main.tsx': 'src/rules',
  'src/rules/index.ts': 'src/ui/text',
  'workers/pool-worker.ts': 'src/ui/text',
}

const importPath = (from: string, to: string): string => {
  const up = '../'.repeat(from.split('/').length - 1) || './'
  return `import '${up}${to}'\n`
}
const lines = (count: number): string => '  count++\n'.repeat(count)

const BREACHES: readonly Breach[] = [
  ...Object.entries(FORBIDDEN).map(([folder, target]) => {
    const path = `${folder}/breach.ts`
    return { path, code: importPath(path, target), rule: PATHS }
  }),
  ...Object.entries(FORBIDDEN_IN_FILES).map(([path, target]) => {
    return { path, code: importPath(path, target) + readFileSync(path, 'utf8'), rule: PATHS }
  }),
  { path: 'src/lib/breach.test.ts', code: importPath('src/lib/x', 'scripts/bench/bench'), rule: PATHS },
  { path: 'src/rules/face/cases.ts', code: importPath('src/rules/face/x', 'tests/unit/docs.test'), rule: PATHS },
  { path: 'src/loose.ts', code: 'export const loose = 1\n', rule: 'no-restricted-syntax' },
  { path: 'src/new-folder/file.ts', code: 'export const file = 1\n', rule: 'no-restricted-syntax' },
  { path: 'scripts/loose.ts', code: 'export const loose = 1\n', rule: 'no-restricted-syntax' },
  { path: 'tests/new-folder/file.ts', code: 'export const file = 1\n', rule: 'no-restricted-syntax' },
  { path: 'src/lib/value-a.ts', code: "import { b } from './value-b'\nexport const a = () => b\n", rule: CYCLE },
  { path: 'src/lib/value-b.ts', code: "import { a } from './value-a'\nexport const b = () => a\n", rule: CYCLE },
  {
    path: 'src/lib/type-a.ts',
    code: "import type { B } from './type-b'\nexport type A = { b: B } | null\n",
    rule: CYCLE,
  },
  { path: 'src/lib/type-b.ts', code: "export type B = import('./type-c').C\n", rule: CYCLE },
  { path: 'src/lib/type-c.ts', code: "export type { A as C } from './type-a'\n", rule: CYCLE },
  { path: 'src/lib/clock.ts', code: 'export const now = () => performance.now()\n', rule: 'no-restricted-globals' },
  { path: 'src/crop/date.ts', code: 'export const now = () => new Date()\n', rule: 'no-restricted-syntax' },
  { path: 'src/verdict/now.ts', code: 'export const now = () => Date.now()\n', rule: 'no-restricted-properties' },
  { path: 'src/report/chance.ts', code: 'export const a = () => Math.random()\n', rule: 'no-restricted-properties' },
  {
    path: 'src/state/long.ts',
    code: `export function long(): number {\n  let count = 0\n${lines(39)}  return count\n}\n`,
    rule: 'max-lines-per-function',
  },
  {
    path: 'workers/parameters.ts',
    code: 'export const sum = (a: 1, b: 1, c: 1, d: 1, e: 1) => [a, b, c, d, e]\n',
    rule: 'max-params',
  },
  { path: 'build/wide.ts', code: `export const wide = '${'x'.repeat(101)}'\n`, rule: 'max-len' },
  { path: 'tools/serve/huge.ts', code: 'export {}\n' + 'void 0\n'.repeat(341), rule: 'max-lines' },
]

const LINT_TIMEOUT_MS = 120_000
const copy = realpathSync(mkdtempSync(join(tmpdir(), 'zhaojian-guards-')))
const reported = new Map<string, string[]>()

beforeAll(async () => {
  for (const name of [...GUARDED, 'eslint.config.js', 'package.json'])
    cpSync(name, join(copy, name), { recursive: true })
  for (const name of ['base', 'node', 'worker'].map(part => `tsconfig.${part}.json`).concat('tsconfig.json'))
    cpSync(name, join(copy, name))
  symlinkSync(realpathSync('node_modules'), join(copy, 'node_modules'))
  for (const { path, code } of BREACHES) {
    mkdirSync(dirname(join(copy, path)), { recursive: true })
    writeFileSync(join(copy, path), code)
  }
  const eslint = new ESLint({ cwd: copy })
  for (const { filePath, messages } of await eslint.lintFiles(BREACHES.map(({ path }) => path)))
    reported.set(
      filePath.slice(copy.length + 1),
      messages.map(({ ruleId }) => ruleId ?? 'parse error'),
    )
}, LINT_TIMEOUT_MS)
afterAll(() => rmSync(copy, { recursive: true, force: true }))

it.each(BREACHES)('$path is reported by $rule', ({ path, rule }) => {
  expect(reported.get(path)).toContain(rule)
  if (rule === PATHS) expect(reported.get(path)!.filter(id => id === PATHS)).toHaveLength(1)
})

it('tries a forbidden import of every zone', () => {
  const tried = new Set([...Object.keys(FORBIDDEN), ...Object.keys(FORBIDDEN_IN_FILES)])
  expect(ZONES.map(({ path }) => path).filter(path => !tried.has(path))).toEqual([])
})
