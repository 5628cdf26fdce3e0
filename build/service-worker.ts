import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { build, type Plugin } from 'vite'
import { buildPrecacheList } from './precache'

/** Writes sw.js, one file, into the built site, with the precache list. */
export async function buildServiceWorker(folder: string, plugins: Plugin[] = []): Promise<void> {
  await build({
    configFile: false,
    plugins,
    publicDir: false,
    logLevel: 'warn',
    define: {
      // Workbox's switch that removes its debug messages (15 kB).
      'process.env.NODE_ENV': '"production"',
      PRECACHE: JSON.stringify(await buildPrecacheList(folder)),
      MANIFEST: await readFile(join(folder, 'models/manifest.json'), 'utf8'),
    },
    build: {
      target: 'es2022',
      outDir: folder,
      emptyOutDir: false,
      // A classic script, because Firefox got module service workers late.
      rollupOptions: { input: 'workers/offline.ts', output: { format: 'iife', entryFileNames: 'sw.js' } },
    },
  })
}
