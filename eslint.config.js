import importX from 'eslint-plugin-import-x'
import { createTypeScriptImportResolver } from 'eslint-import-resolver-typescript'
import tseslint from 'typescript-eslint'
import { readdirSync } from 'node:fs'

/**
 * What each folder of src may import besides itself (docs/architecture.md). Everything else in the project is
 * forbidden to it.
 */
const MAY_IMPORT = {
  contract: [],
  lib: ['contract'],
  text: ['contract'],
  drawn: ['contract', 'lib'],
  sources: ['contract', 'lib'],
  loading: ['contract'],
  vision: ['contract', 'lib'],
  crop: ['contract', 'lib'],
  verdict: ['contract', 'lib'],
  profiles: ['contract', 'lib', 'rules'],
  export: ['contract', 'lib'],
  pipeline: ['contract', 'lib', 'crop', 'profiles', 'rules', 'verdict'],
  engine: ['contract', 'lib', 'loading', 'pipeline', 'vision'],
  live: ['contract', 'lib', 'rules', 'verdict', 'pipeline', 'engine'],
  report: ['contract', 'rules', 'text'],
  state: ['contract', 'lib', 'delivery', 'drawn', 'profiles', 'report', 'zhaojian.ts'],
  embed: ['contract', 'profiles', 'state'],
  'report-file': ['contract'],
  delivery: ['contract', 'report-file'],
  ui: ['contract', 'delivery', 'embed', 'report', 'report-file', 'state', 'styles', 'text', 'zhaojian.ts'],
  editor: ['contract', 'drawn', 'report', 'state', 'styles', 'text', 'ui', 'zhaojian.ts'],
}
const OUTSIDE = ['./workers', './tests', './scripts', './build', './tools']
const SOURCE_ENTRIES = readdirSync('src').filter(name => !name.endsWith('.css'))
const RULE_ENTRIES = readdirSync('src/rules')
/** Everything under src but the named entries. */
const allBut = (...allowed) => SOURCE_ENTRIES.filter(name => !allowed.includes(name)).map(name => `./src/${name}`)

const zones = [
  ...Object.entries(MAY_IMPORT).map(([folder, allowed]) => ({
    target: `./src/${folder}`,
    from: [...OUTSIDE, ...allBut(folder, ...allowed)],
    message: `src/${folder} may import ${allowed.join(', ') || 'nothing'} (docs/architecture.md).`,
  })),
  // A rule sees the contract, pure helpers and its own folder: not another rule, no profile, no page.
  ...RULE_ENTRIES.filter(name => !name.includes('.')).map(name => ({
    target: `./src/rules/${name}`,
    from: [
      ...OUTSIDE,
      ...allBut('contract', 'lib', 'rules'),
      ...RULE_ENTRIES.filter(other => other !== name).map(other => `./src/rules/${other}`),
    ],
    message: 'A rule may import src/contract, src/lib and its own folder.',
  })),
  {
    target: './src/embed/host',
    from: ['./src/state', './src/ui'],
    message: 'What the host page loads knows nothing of the page in the frame.',
  },
  {
    target: './workers/!(pool-worker).ts',
    from: [
      './tests',
      './scripts',
      './build',
      ...allBut('contract', 'lib', 'loading', 'sources', 'export', 'rules', 'vision'),
    ],
    message: 'A worker loads, runs and hands over: no judging, no words, no page.',
  },
  {
    // The lane is the whole pipeline on one thread.
    target: './workers/pool-worker.ts',
    from: ['./tests', './scripts', './build', ...allBut('contract', 'vision', 'engine', 'pipeline')],
    message: 'The lane runs src/pipeline/check-photo.ts with the other workers’ tasks: no words, no page.',
  },
]

export default tseslint.config(
  { ignores: ['dist', 'public', 'node_modules', 'out', '.cache'] },
  ...tseslint.configs.recommended,
  {
    files: ['**/*.{ts,tsx}'],
    plugins: { 'import-x': importX },
    settings: {
      'import-x/resolver-next': [
        createTypeScriptImportResolver({
          project: ['tsconfig.json', 'tsconfig.worker.json', 'tsconfig.node.json'],
          noWarnOnMultipleProjects: true,
        }),
      ],
    },
    rules: {
      'import-x/no-restricted-paths': ['error', { zones }],
      'import-x/no-cycle': 'error',
      '@typescript-eslint/consistent-type-imports': ['error', { disallowTypeAnnotations: false }],
      '@typescript-eslint/no-unused-vars': ['error', { argsIgnorePattern: '^_', varsIgnorePattern: '^_' }],
      'max-lines': ['error', { max: 340, skipBlankLines: true, skipComments: true }],
      eqeqeq: 'error',
      'no-var': 'error',
      'prefer-const': 'error',
    },
  },
  // A test beside its source takes its scenes from tests/support; nothing of it is shipped.
  { files: ['src/**/*.test.ts', 'src/rules/*/cases.ts'], rules: { 'import-x/no-restricted-paths': 'off' } },
  {
    // Measures and judging must give the same answer anywhere: no page, no clock, no chance, no locale.
    files: ['src/{contract,lib,rules,crop,verdict,report,report-file,delivery}/**/*.ts'],
    ignores: ['**/*.test.ts'],
    rules: {
      'no-restricted-globals': [
        'error',
        'window',
        'document',
        'navigator',
        'self',
        'performance',
        'fetch',
        'setTimeout',
        'Worker',
        'Intl',
        'localStorage',
      ],
      'no-restricted-properties': [
        'error',
        { object: 'Math', property: 'random' },
        { object: 'Date', property: 'now' },
      ],
      'no-restricted-syntax': [
        'error',
        { selector: "NewExpression[callee.name='Date']", message: 'No clock here.' },
        { selector: 'MemberExpression[property.name=/^toLocale/]', message: 'No locale here.' },
      ],
    },
  },
)
