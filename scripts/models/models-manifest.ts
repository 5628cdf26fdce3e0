import { assembleAssets } from '../../build/models/assemble'

/** `npm run models:manifest`: rewrites public/models/manifest.json after an intentional change of a package. */
await assembleAssets(process.cwd(), { rewrite: true })
