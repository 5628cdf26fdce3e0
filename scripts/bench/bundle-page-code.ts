import { mkdtempSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { build } from 'vite'

/** Bundles a module that runs in the page; returns the folder that holds it as index.js. */
export async function bundlePageCode(entry: string): Promise<string> {
  const folder = mkdtempSync(join(tmpdir(), 'zhaojian-page-code-'))
  await build({
    configFile: false,
    logLevel: 'error',
    publicDir: false,
    build: {
      outDir: folder,
      target: 'es2022',
      minify: true,
      lib: { entry, formats: ['es'], fileName: () => 'index.js' },
    },
  })
  return folder
}
