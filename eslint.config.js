import importX from 'eslint-plugin-import-x'
import { createTypeScriptImportResolver } from 'eslint-import-resolver-typescript'
import tseslint from 'typescript-eslint'
import { dirname, join } from 'node:path'
import { noImportCycle } from './tools/lint/no-import-cycle.js'
import { GUARDED, SRC_TEST_FILES, SRC_TESTS_MAY_IMPORT, ZONES, listRuleZones } from './tools/lint/zones.js'

const ROOT = import.meta.dirname
const SCRIPT_FILES = '**/*.{ts,tsx,js}'
const MAX_FILE_LINES = 340
const MAX_FUNCTION_LINES = 40
const MAX_PARAMETERS = 4
const MAX_WIDTH = 120

const zones = [...ZONES, ...listRuleZones(ROOT)].sort((a, b) => a.path.length - b.path.length)
const isZone = path => zones.some(zone => zone.path === path)
const toGlob = ({ path }) => (/\.tsx?$/.test(path) ? path : `${path}/**/*.{ts,tsx}`)

/**
 * Everything in the project but packages and what is allowed is forbidden to these files; so is a zone that lies inside
 * an allowed one without being named.
 */
const allowImports = (files, allowed, message) => {
  const isHidden = path => !allowed.includes(path) && allowed.includes(dirname(path)) && isZone(dirname(path))
  const hidden = zones.map(({ path }) => path).filter(isHidden)
  const forbidden = [
    { target: '.', from: '.', except: ['node_modules', ...allowed], message },
    ...hidden.map(from => ({ target: '.', from, message })),
  ]
  return { files, rules: { 'import-x/no-restricted-paths': ['error', { basePath: ROOT, zones: forbidden }] } }
}

export default tseslint.config(
  { ignores: ['dist', 'public', 'node_modules', 'out', '.cache', 'tests/package/hosts'] },
  ...tseslint.configs.recommended,
  {
    files: [SCRIPT_FILES],
    plugins: { 'import-x': importX, project: { rules: { 'no-import-cycle': noImportCycle } } },
    settings: {
      'import-x/resolver-next': [
        createTypeScriptImportResolver({
          project: ['tsconfig.json', 'tsconfig.worker.json', 'tsconfig.node.json'].map(name => join(ROOT, name)),
          noWarnOnMultipleProjects: true,
        }),
      ],
    },
    rules: {
      'project/no-import-cycle': ['error', { root: ROOT, folders: GUARDED }],
      '@typescript-eslint/consistent-type-imports': ['error', { disallowTypeAnnotations: false }],
      '@typescript-eslint/no-unused-vars': ['error', { argsIgnorePattern: '^_', varsIgnorePattern: '^_' }],
      'max-lines': ['error', { max: MAX_FILE_LINES, skipBlankLines: true, skipComments: true }],
      'max-len': ['error', { code: MAX_WIDTH }],
      'max-params': ['error', MAX_PARAMETERS],
      'max-lines-per-function': ['error', { max: MAX_FUNCTION_LINES, skipBlankLines: true, skipComments: true }],
      eqeqeq: 'error',
      'no-var': 'error',
      'prefer-const': 'error',
    },
  },
  { files: ['**/*.test.ts', '**/*.test.tsx'], rules: { 'max-lines-per-function': 'off' } },
  // A WebAssembly function takes numbers only.
  { files: ['kernels/**/*.ts'], rules: { 'max-params': 'off' } },
  ...zones.map(zone =>
    allowImports(
      [toGlob(zone)],
      [zone.path, ...zone.mayImport],
      `${zone.path} may import ${zone.mayImport.join(', ') || 'nothing'} (tools/lint/zones.js).`,
    ),
  ),
  allowImports(SRC_TEST_FILES, SRC_TESTS_MAY_IMPORT, `A test in src may import ${SRC_TESTS_MAY_IMPORT.join(', ')}.`),
  allowImports(['*.config.{ts,js}'], ['build', 'tests/support', 'tools/lint'], 'A configuration may import build.'),
  {
    files: GUARDED.map(folder => `${folder}/**/*.{ts,tsx}`),
    ignores: [...zones.map(toGlob), 'src/*.test.ts'],
    rules: {
      'no-restricted-syntax': [
        'error',
        { selector: 'Program', message: 'This file belongs to no zone: name its folder in tools/lint/zones.js.' },
      ],
    },
  },
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
