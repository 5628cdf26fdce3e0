import * as v from 'valibot'
import { PHOTO_ORIGINS } from '../contract/profile'

/**
 * The shape of a profile file: the single source of the parser, its types and the published JSON schema
 * (public/profile.schema.json).
 */
const localisedText = v.strictObject({
  'zh-CN': v.pipe(v.string(), v.minLength(1)),
  en: v.pipe(v.string(), v.minLength(1)),
})
const trust = v.picklist(['A', 'B', 'C', 'M', 'D'])
const url = v.pipe(v.string(), v.regex(/^https?:\/\//, 'must be an http(s) address'))
const day = v.pipe(v.string(), v.isoDate('must be a day like 2026-03-31'))
const colours = v.pipe(
  v.array(v.pipe(v.string(), v.regex(/^#[0-9a-fA-F]{6}$/, 'must be a colour like #64C5FF'))),
  v.minLength(1),
)
/** See src/lib/file-name.ts for what the placeholders stand for. Nothing that a file system refuses. */
const fileName = v.pipe(
  v.string(),
  v.regex(
    /^(?:[^{}\\/:*?"<>|\p{Cc}]|\{(?:name|id-number|student-number|exam-number|number|profile)\})+$/u,
    'must be a file name without ending, in which {name}, {id-number}, {student-number}, {exam-number}, {number}, ' +
      '{profile} stand for what changes',
  ),
)
const interval = { min: v.optional(v.pipe(v.number(), v.finite())), max: v.optional(v.pipe(v.number(), v.finite())) }

const limitEntries = {
  ...interval,
  oneOf: v.optional(v.pipe(v.array(v.union([v.string(), v.number(), v.boolean()])), v.minLength(1))),
  near: v.optional(v.pipe(v.number(), v.minValue(0))),
  references: v.optional(colours),
  level: v.optional(v.picklist(['required', 'advised'])),
  clause: v.optional(v.string()),
  source: v.optional(v.string()),
  trust: v.optional(trust),
}
const isOrdered = ({ min, max }: { min?: number | undefined; max?: number | undefined }): boolean =>
  min === undefined || max === undefined || min <= max
const orderedRange = v.check(isOrdered, 'min must not be above max')
const checksOf = <const Limits extends v.GenericSchema>(limit: Limits) =>
  v.record(
    v.pipe(v.string(), v.regex(/^[a-z-]+\.[a-z-]+$/, 'must be rule.quantity')),
    v.union([limit, v.literal('off')]),
  )
/** Terms of a ratio: whole numbers, up to the pixels of the largest file. */
const ratioOf = (largest: number) => {
  const term = v.pipe(v.number(), v.integer(), v.minValue(1), v.maxValue(largest))
  return v.tuple([term, term])
}

/** What both versions of the file hold. */
const sharedEntries = {
  $schema: v.optional(v.string()),
  id: v.pipe(v.string(), v.regex(/^[a-z0-9]+(-[a-z0-9]+)*$/, 'must be lower-case letters, digits and hyphens')),
  version: v.pipe(v.string(), v.minLength(1)),
  /** 'base': every rule with its own limit, overridden by `checks`. Without it, `checks` is the whole list. */
  extends: v.optional(v.literal('base')),
  name: localisedText,
  source: v.strictObject({
    title: v.pipe(v.string(), v.minLength(1)),
    url: v.optional(url),
    trust,
    note: v.optional(localisedText),
  }),
  density: v.pipe(v.number(), v.integer(), v.minValue(1), v.maxValue(2400)),
  /** How the school wants its files named. */
  fileName: v.optional(fileName),
  steps: v.array(v.strictObject({ title: localisedText, detail: localisedText, url: v.optional(url) })),
  refuses: v.array(localisedText),
}

/** The first version, still read; src/profiles/parse.ts makes the second of it. */
export const profileSchemaV1 = v.strictObject({
  ...sharedEntries,
  schema: v.literal('zhaojian-profile/1'),
  ratio: ratioOf(100),
  /** By check id; 'off' leaves a check out. */
  checks: checksOf(v.pipe(v.strictObject(limitEntries), orderedRange)),
})

const limit = v.strictObject({
  ...limitEntries,
  clauseEn: v.optional(v.string()),
  quoted: v.optional(v.boolean()),
  reading: v.optional(localisedText),
  measurement: v.optional(v.string()),
})
const acceptance = v.strictObject({
  origins: v.pipe(v.array(v.picklist(PHOTO_ORIGINS)), v.minLength(1)),
  replacesBackground: v.optional(v.boolean()),
  note: v.optional(localisedText),
  clause: v.optional(v.string()),
  clauseEn: v.optional(v.string()),
  quoted: v.optional(v.boolean()),
})
const fee = v.pipe(
  v.strictObject({ min: v.pipe(v.number(), v.minValue(0)), max: v.pipe(v.number(), v.minValue(0)) }),
  v.check(({ min, max }) => min <= max, 'min must not be above max'),
)
const window = v.pipe(
  v.strictObject({ from: v.optional(day), to: v.optional(day) }),
  v.check(({ from, to }) => !from || !to || from <= to, 'from must not be after to'),
)
const backgrounds = v.pipe(
  v.array(v.strictObject({ id: v.pipe(v.string(), v.regex(/^[a-z-]+$/)), name: localisedText, references: colours })),
  v.minLength(2),
)

export const profileSchema = v.strictObject({
  ...sharedEntries,
  schema: v.literal('zhaojian-profile/2'),
  search: v.optional(v.string()),
  checked: v.optional(day),
  window: v.optional(window),
  fee: v.optional(fee),
  platform: v.optional(
    v.strictObject({ name: localisedText, url: v.optional(url), compulsory: v.optional(v.boolean()) }),
  ),
  attempts: v.optional(v.pipe(v.number(), v.integer(), v.minValue(1))),
  contact: v.optional(localisedText),
  acceptance: v.optional(acceptance),
  glasses: v.optional(v.picklist(['habitual', 'forbidden', 'clear'])),
  maxAgeMonths: v.optional(v.pipe(v.number(), v.integer(), v.minValue(1))),
  backgrounds: v.optional(backgrounds),
  ratio: ratioOf(10_000),
  /** By check id; 'off' leaves a check out. */
  checks: checksOf(v.pipe(limit, orderedRange)),
})

export type ProfileFile = v.InferOutput<typeof profileSchema>
