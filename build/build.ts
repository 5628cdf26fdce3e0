import { readFile, writeFile } from 'node:fs/promises'
import { build } from 'vite'
import { prerenderStart } from './prerender/prerender'
import { buildEmbed } from './embed'
import { assertNoForeignHosts } from './foreign-hosts'
import { BundledPackages } from './notices'
import { buildServiceWorker } from './service-worker'
import { buildTypes } from './types'

/**
 * `npm run build`: the page, the profile editor, the library with its types, the element for host pages, the service
 * worker, the licences of the packages within; then checks that no output names a foreign host.
 */
const packages = new BundledPackages()
const plugins = [packages.plugin]
for (const configFile of ['vite.config.ts', 'vite.editor.config.ts', 'vite.lib.config.ts'])
  await build({ configFile, plugins })

await prerenderStart('dist')
await buildTypes('dist')
await buildEmbed('dist', plugins)
await buildServiceWorker('dist', plugins)
await packages.writeNotices('dist')
await writeFile('dist/LICENCE.txt', await readFile('LICENSE', 'utf8'))
await assertNoForeignHosts('dist')
