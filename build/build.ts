import { readFile, writeFile } from 'node:fs/promises'
import { rollup } from 'rollup'
import { dts } from 'rollup-plugin-dts'
import { build } from 'vite'
import { assertNoForeignHosts } from './foreign-hosts'

/** `npm run build`: the page, the library with its types, and the proof that neither names a host of someone else. */
await build({ configFile: 'vite.config.ts' })
await build({ configFile: 'vite.lib.config.ts' })

const types = await rollup({ input: 'src/zhaojian.ts', plugins: [dts()], onwarn: () => {} })
await types.write({ file: 'dist/lib/zhaojian.d.ts', format: 'es' })
await types.close()

await writeFile('dist/LICENCE.txt', await readFile('LICENSE', 'utf8'))
await assertNoForeignHosts('dist')
