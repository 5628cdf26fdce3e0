import { writeFileSync } from 'node:fs'
import { buildPublishedSchema } from '../../src/profiles/published-schema'

/** `npm run profile:schema`: writes public/profile.schema.json anew from src/profiles/schema.ts. */
writeFileSync('public/profile.schema.json', buildPublishedSchema())
