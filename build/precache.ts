import { createHash } from 'node:crypto'
import { readdir, readFile } from 'node:fs/promises'
import { join, relative, sep } from 'node:path'

/**
 * A file that the service worker precaches, in Workbox's format. `revision` null: the name changes with the content.
 */
export interface PrecacheEntry {
  readonly url: string
  readonly revision: string | null
  readonly integrity: string
}

/**
 * The page and the library's code. Not the files that the loader caches itself (src/loading), documents for people, or
 * the profile editor, which students don't open.
 */
const PRECACHED_FILES = [
  /^(index\.html|manifest\.webmanifest|icon[^/]*\.svg|models\/manifest\.json)$/,
  /^assets\/(?!profile-).+$/,
  /^(lib|runtime)\/.+\.js$/,
]
const HASHED_FILE = /^(assets|lib\/chunks)\/.+-[\w-]{8}\.\w+$/

/**
 * The list that workbox-build would make; that package has 320 dependencies. Contains each file's hash, so that on a
 * half-updated host the former version stays instead of mixing two.
 */
export async function buildPrecacheList(folder: string): Promise<PrecacheEntry[]> {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true })
  const names = entries
    .filter(entry => entry.isFile())
    .map(entry => relative(folder, join(entry.parentPath, entry.name)).split(sep).join('/'))
    .filter(name => PRECACHED_FILES.some(pattern => pattern.test(name)))
    .sort()
  return Promise.all(
    names.map(async name => {
      const digest = createHash('sha256')
        .update(await readFile(join(folder, name)))
        .digest('base64')
      // The folder's URL is what the page is opened under: avoids a second copy and the redirect that some hosts send
      // for index.html.
      return {
        url: name === 'index.html' ? './' : name,
        revision: HASHED_FILE.test(name) ? null : digest.slice(0, 16),
        integrity: `sha256-${digest}`,
      }
    }),
  )
}
