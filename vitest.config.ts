import { defineConfig } from 'vitest/config'
import { PATIENCE } from './tests/support/patience.ts'

/** Tests that play a camera: beside others they would see a slower device than the one they speak of. */
const ALONE = ['camera', 'coach', 'embed-camera', 'engines-live'].map(name => `tests/browser/${name}.test.ts`)

const browser = {
  environment: 'node' as const, globalSetup: ['tests/browser/global-setup.ts'],
  testTimeout: 2 * PATIENCE, hookTimeout: 2 * PATIENCE, expect: { poll: { timeout: PATIENCE } },
}

export default defineConfig({
  test: {
    projects: [
      { test: { name: 'unit', environment: 'node', include: ['src/**/*.test.ts', 'build/**/*.test.ts', 'tests/unit/**/*.test.ts'], testTimeout: 60_000 } },
      // Much of a browser test is waiting: two files at a time.
      { test: { ...browser, name: 'browser', include: ['tests/browser/**/*.test.ts'], exclude: ALONE, maxWorkers: 2 } },
      { test: { ...browser, name: 'browser-alone', include: ALONE, fileParallelism: false } },
    ],
  },
})
