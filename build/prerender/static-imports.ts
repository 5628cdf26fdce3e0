import { readFile } from 'node:fs/promises'
import { dirname, join, posix } from 'node:path'

/** Static imports of a minified module. */
const STATIC_IMPORT = /(?:^|[;}])import(?:[^"'()]*?from)?["'](\.[^"']+)["']/gm

/**
 * The scripts that the page's entry imports, and what they import in turn, relative to the page: without a preload the
 * browser would find each of them only inside the one before, a round trip later.
 */
export async function externalScripts(folder: string, html: string): Promise<string[]> {
  const entry = /<script type="module"[^>]*src="\.\/([^"]+)"/.exec(html)?.[1]
  if (!entry) throw new Error('index.html has no script.')
  const found = new Set<string>([entry])
  for (const file of found) {
    const code = await readFile(join(folder, file), 'utf8')
    for (const [, specifier] of code.matchAll(STATIC_IMPORT)) found.add(posix.join(dirname(file), specifier!))
  }
  found.delete(entry)
  return [...found].map(file => `./${file}`)
}
