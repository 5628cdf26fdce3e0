import { existsSync } from 'node:fs'
import type { TestProject } from 'vitest/node'
import { ensureBrowser } from '../../tools/browser/browser'
import { installEngines } from '../../tools/engines/engines'
import { serve } from '../../tools/serve/serve'

declare module 'vitest' {
  interface ProvidedContext {
    site: string
  }
}

/**
 * Installs the browsers that are missing, and serves the built site under a sub-path, as a school would; the tests
 * know it as `inject('site')`.
 */
export default async function setup(project: TestProject): Promise<() => Promise<void>> {
  if (!existsSync('dist/lib/zhaojian.js')) throw new Error('dist/ is missing: run `npm run build` first.')
  ensureBrowser()
  installEngines()
  const served = await serve({ '/check/': 'dist', '/host/': 'tests/browser/host' })
  project.provide('site', `${served.url}/check/`)
  return () => served.close()
}
