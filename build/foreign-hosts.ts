import { readdir, readFile } from 'node:fs/promises'
import { join } from 'node:path'

/** Hosts that the output may name, each with its reason. None is ever requested; adding one requires a review. */
const REVIEWED_HOSTS: Readonly<Record<string, string>> = {
  'www.w3.org': 'XML namespaces and standards named in comments',
  'json-schema.org': 'the schema language of the profile schema',
  'www.apache.org': 'licence text',
  'opensource.org': 'licence text',
  'fsf.org': 'licence text',
  'www.gnu.org': 'licence text',
  localhost: 'base for parsing relative URLs',
  'ns.adobe.com': 'XMP namespace (metadata reader)',
  'purl.org': 'Dublin Core namespace (metadata reader)',
  'fallback.namespace': 'placeholder namespace of the metadata reader',
  // Comments and messages inside MediaPipe's runtime, which is shipped unmodified: bug reports, specifications, an
  // example.
  ...Object.fromEntries(
    [
      'bugzil.la',
      'developer.mozilla.org',
      'en.wikipedia.org',
      'github.com',
      'kripken.github.io',
      'pubs.opengroup.org',
      'server.com',
      'tools.ietf.org',
      'unicode.org',
      'webkit.org',
      'www.ietf.org',
      'www.khronos.org',
      'www.tensorflow.org',
    ].map(host => [host, 'comment or message in the vision runtime']),
  ),
  // Operator documentation and messages inside onnxruntime-web, which is shipped unmodified.
  ...Object.fromEntries(
    ['tinyurl.com', 'docs.nvidia.com', 'ieeexplore.ieee.org', 'arxiv.org', 'web.dev'].map(host => [
      host,
      'documentation or message in the parts runtime',
    ]),
  ),
  'bit.ly': 'warning inside Workbox, which the service worker never meets',
  'rolldown.rs': 'message of the bundler’s own runtime',
}

/** Hosts of the schools' and authorities' pages that profiles link to; allowed, because only the student opens them. */
async function readProfileHosts(): Promise<Set<string>> {
  const hosts = new Set<string>()
  for (const name of await readdir('src/profiles')) {
    if (!name.endsWith('.json')) continue
    const text = await readFile(join('src/profiles', name), 'utf8')
    for (const [, host] of text.matchAll(/"url":\s*"https?:\/\/([^/"]+)/g)) hosts.add(host!)
  }
  return hosts
}

/** Licences as their packages have them, with addresses of authors: text for people, which nothing loads. */
const NOTICES = 'NOTICES.txt'
const TEXT_FILE = /\.(html|js|mjs|css|json|svg|txt|md|ts|wasm|webmanifest)$/
const HOST_IN_URL = /(?:https?|wss?):\/\/([a-z0-9-]+(?:\.[a-z0-9-]+)+|localhost)/gi

/** Throws, naming file and host, for each host in the output that is neither reviewed nor linked by a profile. */
export async function assertNoForeignHosts(folder: string): Promise<void> {
  const profileHosts = await readProfileHosts()
  const foreign: string[] = []
  for (const entry of await readdir(folder, { recursive: true, withFileTypes: true })) {
    if (!entry.isFile() || !TEXT_FILE.test(entry.name) || entry.name === NOTICES) continue
    const path = join(entry.parentPath, entry.name)
    // latin1 preserves every byte, so that strings inside wasm files are found.
    const text = await readFile(path, 'latin1')
    for (const host of new Set([...text.matchAll(HOST_IN_URL)].map(match => match[1]!.toLowerCase()))) {
      if (!(host in REVIEWED_HOSTS) && !profileHosts.has(host)) foreign.push(`${path}: ${host}`)
    }
  }
  if (foreign.length)
    throw new Error(`The build names hosts that nobody reviewed (build/foreign-hosts.ts):\n${foreign.join('\n')}`)
}
