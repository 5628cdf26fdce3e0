import { assembleAssets } from '../../build/models/assemble'

/**
 * `npm run models:manifest`: assembles anew and writes public/models/manifest.json, after a package was changed on
 * purpose.
 */
await assembleAssets(process.cwd(), { rewrite: true })
