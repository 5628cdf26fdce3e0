import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { brotliCompressSync } from 'node:zlib'
import { build, type Plugin } from 'vite'

/** Maximum size of embed.js, compressed: every page of a host loads it, even if the visitor never uses it. */
const MAX_COMPRESSED_BYTES = 6 * 1024

/** Writes embed.js, one file, into the built site: valid both as a classic script and as a module. */
export async function buildEmbed(folder: string, plugins: Plugin[]): Promise<void> {
  await build({
    configFile: false,
    plugins,
    publicDir: false,
    logLevel: 'warn',
    build: {
      target: 'es2022',
      outDir: folder,
      emptyOutDir: false,
      rollupOptions: { input: 'src/embed/host/element.ts', output: { format: 'iife', entryFileNames: 'embed.js' } },
    },
  })
  const bytes = brotliCompressSync(await readFile(join(folder, 'embed.js'))).length
  if (bytes > MAX_COMPRESSED_BYTES)
    throw new Error(`embed.js has ${bytes} bytes compressed; it may have ${MAX_COMPRESSED_BYTES}.`)
  console.log(`embed.js: ${bytes} bytes compressed`)
}
