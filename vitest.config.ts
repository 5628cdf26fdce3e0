import { defineConfig } from 'vitest/config'
import { BaseSequencer, type TestSpecification } from 'vitest/node'
import { BROWSER_TIMEOUT_MS } from './tests/support/timeout'

/** Tests that play a camera: beside others they would see a slower device than the one they speak of. */
const EXCLUSIVE_FILES = ['camera', 'coach', 'embed-camera', 'engines-live'].map(name => `tests/browser/${name}.test.ts`)

/** The longest first, so that none is left to run alone at the end; a fresh clone remembers no durations. */
const SLOWEST_FILES = [
  'editor',
  'heic',
  'offline',
  'embed-profile',
  'accessibility',
  'engines',
  'batch-screen',
  'embed',
  'library',
  'embed-life',
  'webgl',
].map(name => `/browser/${name}.test.ts`)
class SlowestFirstSequencer extends BaseSequencer {
  override async sort(files: TestSpecification[]): Promise<TestSpecification[]> {
    const place = ({ moduleId }: TestSpecification): number => {
      const at = SLOWEST_FILES.findIndex(name => moduleId.endsWith(name))
      return at < 0 ? SLOWEST_FILES.length : at
    }
    return (await super.sort(files)).sort((a, b) => place(a) - place(b))
  }
}

/**
 * Files share the modules of their process, which else take most of the time to load. A test that changes what a
 * module keeps, or mocks one, puts it back; stubbed globals are put back for it.
 */
const nodeProject = {
  environment: 'node' as const,
  isolate: false,
  unstubGlobals: true,
  testTimeout: 60_000,
  hookTimeout: 60_000,
}

const browserProject = {
  environment: 'node' as const,
  globalSetup: ['tests/browser/global-setup.ts'],
  // Files of one process share a browser (tests/support/browser.ts).
  isolate: false,
  testTimeout: 2 * BROWSER_TIMEOUT_MS,
  hookTimeout: 2 * BROWSER_TIMEOUT_MS,
  expect: { poll: { timeout: BROWSER_TIMEOUT_MS } },
}

export default defineConfig({
  test: {
    sequence: { sequencer: SlowestFirstSequencer },
    projects: [
      // Runs the models and compiles the kernel in Node: slow.
      {
        test: { ...nodeProject, name: 'model', include: ['tests/model/**/*.test.ts'] },
      },
      {
        test: {
          ...nodeProject,
          name: 'unit',
          // A fifth less time than processes take.
          pool: 'threads',
          include: ['src/**/*.test.ts', 'build/**/*.test.ts', 'tests/unit/**/*.test.ts'],
        },
      },
      // Much of a browser test is waiting: two files at a time.
      {
        test: {
          ...browserProject,
          name: 'browser',
          include: ['tests/browser/**/*.test.ts'],
          exclude: EXCLUSIVE_FILES,
          maxWorkers: 2,
        },
      },
      // The packed tarball in projects of its own, as a school installs it.
      {
        test: {
          name: 'package',
          environment: 'node',
          include: ['tests/package/**/*.test.ts'],
          testTimeout: 2 * BROWSER_TIMEOUT_MS,
          hookTimeout: 2 * BROWSER_TIMEOUT_MS,
        },
      },
      { test: { ...browserProject, name: 'browser-alone', include: EXCLUSIVE_FILES, fileParallelism: false } },
    ],
  },
})
