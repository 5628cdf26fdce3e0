import * as v from 'valibot'

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
/**
 * `{name}`: the original's name without ending; `{id-number}`: the 18-digit citizen's number in it; `{number}`:
 * counted from 1; `{profile}`: the profile's id. Nothing that a file system refuses.
 */
const fileName = v.pipe(
  v.string(),
  v.regex(
    /^(?:[^{}\\/:*?"<>|\p{Cc}]|\{(?:name|id-number|number|profile)\})+$/u,
    'must be a file name without ending, in which {name}, {id-number}, {number}, {profile} stand for what changes',
  ),
)
const interval = { min: v.optional(v.pipe(v.number(), v.finite())), max: v.optional(v.pipe(v.number(), v.finite())) }

const limit = v.pipe(
  v.strictObject({
    ...interval,
    oneOf: v.optional(v.pipe(v.array(v.union([v.string(), v.number(), v.boolean()])), v.minLength(1))),
    near: v.optional(v.pipe(v.number(), v.minValue(0))),
    references: v.optional(
      v.pipe(
        v.array(v.pipe(v.string(), v.regex(/^#[0-9a-fA-F]{6}$/, 'must be a colour like #64C5FF'))),
        v.minLength(1),
      ),
    ),
    level: v.optional(v.picklist(['required', 'advised'])),
    clause: v.optional(v.string()),
    source: v.optional(v.string()),
    trust: v.optional(trust),
  }),
  v.check(({ min, max }) => min === undefined || max === undefined || min <= max, 'min must not be above max'),
)

export const profileSchema = v.strictObject({
  $schema: v.optional(v.string()),
  schema: v.literal('zhaojian-profile/1'),
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
  ratio: v.pipe(
    v.tuple([
      v.pipe(v.number(), v.integer(), v.minValue(1), v.maxValue(100)),
      v.pipe(v.number(), v.integer(), v.minValue(1), v.maxValue(100)),
    ]),
  ),
  density: v.pipe(v.number(), v.integer(), v.minValue(1), v.maxValue(2400)),
  /** How the school wants its files named. */
  fileName: v.optional(fileName),
  /** By check id; 'off' leaves a check out. */
  checks: v.record(
    v.pipe(v.string(), v.regex(/^[a-z-]+\.[a-z-]+$/, 'must be rule.quantity')),
    v.union([limit, v.literal('off')]),
  ),
  steps: v.array(v.strictObject({ title: localisedText, detail: localisedText, url: v.optional(url) })),
  refuses: v.array(localisedText),
})

export type ProfileFile = v.InferOutput<typeof profileSchema>
