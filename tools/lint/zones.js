import { readdirSync } from 'node:fs'
import { join } from 'node:path'

const SRC = [
  ['src/contract', []],
  ['src/lib', ['contract']],
  ['src/text', ['contract']],
  ['src/sources', ['contract', 'lib']],
  ['src/loading', ['contract', 'lib']],
  ['src/vision', ['contract', 'lib']],
  ['src/crop', ['contract', 'lib']],
  ['src/rules', ['contract', 'lib']],
  ['src/verdict', ['contract', 'lib']],
  ['src/profiles', ['contract', 'lib', 'rules']],
  ['src/export', ['contract', 'lib']],
  ['src/drawn', ['contract', 'lib']],
  ['src/pipeline', ['contract', 'lib', 'crop', 'profiles', 'rules', 'verdict']],
  ['src/engine', ['contract', 'lib', 'loading', 'pipeline', 'vision']],
  ['src/live', ['contract', 'lib', 'rules', 'verdict', 'pipeline', 'engine']],
  ['src/report', ['contract', 'rules', 'text']],
  ['src/report-file', ['contract']],
  ['src/delivery', ['contract', 'lib', 'report', 'report-file']],
  ['src/state', ['contract', 'lib', 'delivery', 'drawn', 'profiles', 'report', 'zhaojian.ts']],
  [
    'src/ui',
    ['contract', 'delivery', 'embed/frame', 'report', 'report-file', 'state', 'styles', 'text', 'zhaojian.ts'],
  ],
  ['src/editor', ['contract', 'drawn', 'lib', 'library.ts', 'report', 'state', 'styles', 'text', 'ui', 'zhaojian.ts']],
  ['src/embed', ['contract']],
  ['src/embed/host', ['contract', 'embed', 'profiles']],
  ['src/embed/frame', ['contract', 'embed', 'state']],
  ['src/styles', []],
  ['src/zhaojian.ts', ['contract', 'engine', 'live', 'loading', 'pipeline', 'profiles', 'report', 'rules', 'text']],
  ['src/library.ts', ['profiles', 'zhaojian.ts']],
  ['src/main.tsx', ['embed/frame', 'state', 'styles', 'ui']],
]
const WORKER = ['contract', 'lib', 'loading', 'sources', 'export', 'rules', 'vision']

const inSrc = names => names.map(name => `src/${name}`)
const zone = (path, mayImport) => ({ path, mayImport })
const folders = (parent, names, mayImport) => names.map(name => zone(`${parent}/${name}`, mayImport))

/**
 * What each folder may import besides itself; a file belongs to the longest path that contains it. A folder or file
 * without a zone is an error, so that nothing is allowed by omission. A test compares the zones of src with the table
 * in docs/architecture.md.
 */
export const ZONES = [
  ...SRC.map(([path, names]) => zone(path, inSrc(names))),
  zone('workers', inSrc(WORKER)),
  // The pool worker runs the whole pipeline on one thread.
  zone('workers/pool-worker.ts', ['workers', ...inSrc(['contract', 'lib', 'vision', 'engine', 'pipeline'])]),
  zone('build', ['src']),
  ...folders('tools', ['browser', 'engines', 'lint', 'pictures', 'release', 'serve', 'sweeps'], ['tools', 'src']),
  ...folders('scripts', ['accuracy', 'bench', 'dev', 'models'], ['tools', 'src', 'build']),
  ...folders(
    'tests',
    ['browser', 'model', 'package', 'support', 'unit'],
    ['tests', 'tools', 'src', 'build', 'package.json'],
  ),
]

/** Folders in which every TypeScript file needs a zone. */
export const GUARDED = ['src', 'workers', 'scripts', 'tools', 'tests', 'build']

/** Tests and case files next to their source; not shipped. */
export const SRC_TEST_FILES = ['src/**/*.test.ts', 'src/**/*.test.tsx', 'src/rules/*/cases.ts']
export const SRC_TESTS_MAY_IMPORT = ['src', 'build', 'tests/support', 'tools/pictures', 'tools/serve']

/** One zone per rule: a rule may import the contract, pure helpers and its own folder, but no other rule. */
export function listRuleZones(root) {
  const entries = readdirSync(join(root, 'src/rules'), { withFileTypes: true })
  return entries
    .filter(entry => entry.isDirectory())
    .map(entry => zone(`src/rules/${entry.name}`, inSrc(['contract', 'lib'])))
}
