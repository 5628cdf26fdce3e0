import { toJsonSchema } from '@valibot/to-json-schema'
import { profileSchema } from './schema'

/**
 * The text of public/profile.schema.json: what an editor checks a profile against while it is written. Conditions over
 * two fields are left to the parser.
 */
export function buildPublishedSchema(): string {
  const schema = toJsonSchema(profileSchema, { errorMode: 'ignore' })
  return `${JSON.stringify({ title: 'Zhaojian profile: a school’s rules for a photo', ...schema }, null, 2)}\n`
}
