import importX from 'eslint-plugin-import-x'
import { createTypeScriptImportResolver } from 'eslint-import-resolver-typescript'
import tseslint from 'typescript-eslint'
import { readdirSync } from 'node:fs'

/** What each folder of src may import besides itself (docs/architecture.md). Everything else in the project is forbidden to it. */
const MAY_IMPORT = {
  contract: [],
  lib: ['contract'],
  text: ['contract'],
  drawn: ['contract', 'lib'],
  sources: ['contract', 'lib'],
  vision: ['contract', 'lib'],
  crop: ['contract', 'lib'],
  verdict: ['contract', 'lib'],
  profiles: ['contract', 'lib'],
  export: ['contract', 'lib'],
  state: ['contract', 'drawn', 'zhaojian.ts'],
  ui: ['contract', 'state', 'text', 'zhaojian.ts'],
}
const SOURCE_ENTRIES = readdirSync('src').filter(name => name !== 'rules' && !name.endsWith('.css'))
const zones = [
  ...Object.entries(MAY_IMPORT).map(([folder, allowed]) => ({
    target: `./src/${folder}/**/!(*.test).ts?(x)`,
    from: ['./workers', './tests', './scripts', './build', './src/rules', ...SOURCE_ENTRIES.filter(name => name !== folder && !allowed.includes(name)).map(name => `./src/${name}`)],
    message: `src/${folder} may import ${allowed.join(', ') || 'nothing'} (docs/architecture.md).`,
  })),
  // A rule sees the contract, pure helpers and its own folder: not another rule, no profile, no page.
  ...readdirSync('src/rules', { withFileTypes: true }).filter(entry => entry.isDirectory()).map(({ name }) => ({
    target: `./src/rules/${name}`,
    from: ['./workers', './tests', './scripts', './build', './src'],
    except: [],
    message: 'A rule may import src/contract, src/lib and its own folder.',
  })).map(zone => ({
    ...zone,
    from: [
      './workers', './tests', './scripts', './build',
      ...SOURCE_ENTRIES.filter(entry => !['contract', 'lib'].includes(entry)).map(entry => `./src/${entry}`),
      ...readdirSync('src/rules').filter(entry => `./src/rules/${entry}` !== zone.target).map(entry => `./src/rules/${entry}`),
    ],
    except: undefined,
  })).map(({ except: _, ...zone }) => zone),
  {
    target: './workers',
    from: ['./tests', './scripts', './build', './src/ui', './src/state', './src/verdict', './src/crop', './src/profiles', './src/text', './src/drawn', './src/pipeline.ts', './src/zhaojian.ts', './src/main.tsx'],
    message: 'A worker loads, runs and hands over: no judging, no words, no page.',
  },
]

export default tseslint.config(
  { ignores: ['dist', 'public', 'node_modules', 'out', '.cache'] },
  ...tseslint.configs.recommended,
  {
    files: ['**/*.{ts,tsx}'],
    plugins: { 'import-x': importX },
    settings: { 'import-x/resolver-next': [createTypeScriptImportResolver({ project: ['tsconfig.json', 'tsconfig.worker.json', 'tsconfig.node.json'], noWarnOnMultipleProjects: true })] },
    rules: {
      'import-x/no-restricted-paths': ['error', { zones }],
      'import-x/no-cycle': 'error',
      '@typescript-eslint/consistent-type-imports': 'error',
      '@typescript-eslint/no-unused-vars': ['error', { argsIgnorePattern: '^_', varsIgnorePattern: '^_' }],
      'max-lines': ['error', { max: 260, skipBlankLines: true, skipComments: true }],
      eqeqeq: 'error', 'no-var': 'error', 'prefer-const': 'error',
    },
  },
  {
    // Measures and judging must give the same answer anywhere: no page, no clock, no chance, no locale.
    files: ['src/{contract,lib,rules,crop,verdict}/**/*.ts'],
    ignores: ['**/*.test.ts'],
    rules: {
      'no-restricted-globals': ['error', 'window', 'document', 'navigator', 'self', 'performance', 'fetch', 'setTimeout', 'Worker', 'Intl', 'localStorage'],
      'no-restricted-properties': ['error', { object: 'Math', property: 'random' }, { object: 'Date', property: 'now' }],
      'no-restricted-syntax': ['error', { selector: "NewExpression[callee.name='Date']", message: 'No clock here.' }, { selector: "MemberExpression[property.name=/^toLocale/]", message: 'No locale here.' }],
    },
  },
)
