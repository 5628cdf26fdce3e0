import { defineConfig } from 'vitest/config'

/** The unit tests of mutated code, without those of the build, the documents and the site's assets. */
export default defineConfig({
  test: {
    name: 'unit',
    environment: 'node',
    include: ['src/**/*.test.ts', 'tests/unit/{rules.*,profile-file,live.contract}.test.ts'],
    testTimeout: 60_000,
  },
})
