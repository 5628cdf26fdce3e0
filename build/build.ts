import { readFile, writeFile } from 'node:fs/promises'
import { build } from 'vite'
import { buildEmbed } from './embed'
import { assertNoForeignHosts } from './foreign-hosts'
import { buildServiceWorker } from './service-worker'
import { buildTypes } from './types'

/**
 * `npm run build`: the page, the profile editor, the library with its types, the element for host pages, the service
 * worker; then checks that no output names a foreign host.
 */
await build({ configFile: 'vite.config.ts' })
await build({ configFile: 'vite.editor.config.ts' })
await build({ configFile: 'vite.lib.config.ts' })

await buildTypes('dist')
await buildEmbed('dist')
await buildServiceWorker('dist')
await writeFile('dist/LICENCE.txt', await readFile('LICENSE', 'utf8'))
await assertNoForeignHosts('dist')
