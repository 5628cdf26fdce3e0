import { createHash } from 'node:crypto'
import { readdir, readFile } from 'node:fs/promises'
import { join, relative, sep } from 'node:path'

/** One file that the service worker keeps, in Workbox's terms. `revision` null: the name changes with the content. */
export interface PrecacheEntry {
  readonly url: string
  readonly revision: string | null
  readonly integrity: string
}

/**
 * The page and the library's code; not what the loader keeps itself (src/loading), nothing that only people read, nor
 * the profile editor, which no student opens.
 */
const PRECACHED_FILES = [
  /^(index\.html|manifest\.webmanifest|icon[^/]*\.svg|models\/manifest\.json)$/,
  /^assets\/(?!profile-).+$/,
  /^(lib|runtime)\/.+\.js$/,
]
const HASHED_FILE = /^(assets|lib\/chunks)\/.+-[\w-]{8}\.\w+$/

/**
 * The list that workbox-build would make; that package brings 320 others along for it. With the hash of each file, so
 * that a half-updated host leaves the former version in place instead of mixing two.
 */
export async function buildPrecacheList(folder: string): Promise<PrecacheEntry[]> {
  const found = await readdir(folder, { recursive: true, withFileTypes: true })
  const names = found
    .filter(entry => entry.isFile())
    .map(entry => relative(folder, join(entry.parentPath, entry.name)).split(sep).join('/'))
    .filter(name => PRECACHED_FILES.some(pattern => pattern.test(name)))
    .sort()
  return Promise.all(
    names.map(async name => {
      const digest = createHash('sha256')
        .update(await readFile(join(folder, name)))
        .digest('base64')
      // The folder's own address is what the page was opened under: no second copy, and no redirect as some hosts
      // answer for index.html.
      return {
        url: name === 'index.html' ? './' : name,
        revision: HASHED_FILE.test(name) ? null : digest.slice(0, 16),
        integrity: `sha256-${digest}`,
      }
    }),
  )
}
