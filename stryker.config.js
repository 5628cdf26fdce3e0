/**
 * Mutation tests (npm run mutants): what no test would notice if it were wrong. scripts/dev/mutants.ts says which files
 * of which folder, and prints the score.
 *
 * Left out, and why:
 * - what runs once when a module is loaded (ignoreStatic): tables, patterns, schemas, and so also the words, clauses
 *   and sources of the rules; every test would have to run anew for each of them;
 * - messages of errors (the plugin): callers go by codes.
 */
export default {
  testRunner: 'vitest',
  vitest: { configFile: 'scripts/dev/mutants/vitest.config.ts' },
  plugins: ['@stryker-mutator/vitest-runner', './scripts/dev/mutants/ignore-messages.js'],
  ignorers: ['messages'],
  coverageAnalysis: 'perTest',
  ignoreStatic: true,
  concurrency: 2,
  timeoutMS: 3000,
  tempDirName: '.cache/mutants/sandbox',
  ignorePatterns: ['dist', 'out', 'training', 'docs', 'public/models', 'public/runtime'],
  reporters: ['json', 'clear-text'],
  jsonReporter: { fileName: process.env.MUTANTS_REPORT ?? '.cache/mutants/mutants.json' },
  clearTextReporter: { logTests: false, reportTests: false, reportScoreTable: false },
  allowConsoleColors: false,
}
