import { writeFileSync } from 'node:fs'
import { buildPublishedSchema } from '../../src/profiles/published-schema'

/** `npm run profile:schema`: regenerates public/profile.schema.json from src/profiles/schema.ts. */
writeFileSync('public/profile.schema.json', buildPublishedSchema())
