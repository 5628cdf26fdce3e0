import { findIdNumber, isIdNumber } from './id-number'
import { toSafeName } from './safe-name'

/**
 * The one place where a made file gets its name, by the school's template: text in which `{name}` stands for the
 * original's own name, `{id-number}` for the 18-digit citizen's number, `{student-number}` and `{exam-number}` for
 * numbers of the school, `{number}` for the place in a batch, `{profile}` for the profile's id.
 */
export const TOKENS = ['name', 'id-number', 'student-number', 'exam-number', 'number', 'profile'] as const
export type Token = (typeof TOKENS)[number]
export const TOKEN_PATTERN = new RegExp(`\\{(${TOKENS.join('|')})\\}`, 'g')

/** What a student may type, because no photo says it. */
export const NUMBER_TOKENS = ['id-number', 'student-number', 'exam-number'] as const
export type NumberToken = (typeof NUMBER_TOKENS)[number]
export type TypedNumbers = Readonly<Partial<Record<NumberToken, string>>>

/** Where the school says nothing: the original's name, and the profile's id to tell the two files apart. */
export const DEFAULT_TEMPLATE = '{name}-{profile}'
export const EXTENSION = '.jpg'

export interface NamingFacts {
  /** The original's name, with its ending; undefined for a photo without one. */
  readonly original: string | undefined
  readonly profileId: string
  /** Place in the batch, from 1. */
  readonly place?: number
  /** Numbers that were typed; one that is not is looked for in the original's name. */
  readonly numbers?: TypedNumbers
}

export type UnnameableReason =
  'no-id-number' | 'wrong-id-number' | 'several-id-numbers' | 'no-number' | 'several-numbers'

/** The name without ending, safe on every system; or why the template can't be filled in. */
export function buildStem(template: string, facts: NamingFacts): string | { readonly none: UnnameableReason } {
  const values = new Map<Token, string>([
    ['name', getStem(facts.original ?? '') || 'photo'],
    ['number', String(facts.place ?? 1)],
    ['profile', facts.profileId],
  ])
  for (const token of listNumberTokens(template)) {
    const found = findNumber(token, facts)
    if ('none' in found) return found
    values.set(token, found.number)
  }
  return toSafeName(template.replace(TOKEN_PATTERN, (_, token: Token) => values.get(token)!))
}

/** The file's name with its ending; by the default template where a number is missing. */
export function buildFileName(template: string | undefined, facts: NamingFacts): string {
  const stem = buildStem(template ?? DEFAULT_TEMPLATE, facts)
  return (typeof stem === 'string' ? stem : (buildStem(DEFAULT_TEMPLATE, facts) as string)) + EXTENSION
}

/** The numbers that the template asks for, in its order. */
export const listNumberTokens = (template: string): NumberToken[] =>
  [...new Set([...template.matchAll(TOKEN_PATTERN)].map(([, token]) => token as NumberToken))].filter(token =>
    NUMBER_TOKENS.includes(token),
  )

/** A number as typed in plain characters; null where it can't be one. An identity number has a check character. */
export function readTypedNumber(token: NumberToken, text: string): string | null {
  // Chinese keyboards may write full-width digits.
  const plain = text.normalize('NFKC').replace(/\s/g, '')
  if (token === 'id-number') return isIdNumber(plain.toUpperCase()) ? plain.toUpperCase() : null
  return /^[0-9a-z-]{3,30}$/i.test(plain) ? plain : null
}

/** The original's name without folder and ending. A dot may also be part of the name: `1.5寸`. */
const getStem = (name: string): string => name.replace(/^.*[/\\]/, '').replace(/\.[a-z0-9]{1,5}$/i, '')

function findNumber(
  token: NumberToken,
  { original = '', numbers }: NamingFacts,
): { readonly number: string } | { readonly none: UnnameableReason } {
  const typed = numbers?.[token]
  const number = typed === undefined ? null : readTypedNumber(token, typed)
  if (number !== null) return { number }
  return token === 'id-number' ? findIdNumber(original) : findOnlyNumber(original)
}

/** The only number of five to twenty digits in a name. */
function findOnlyNumber(name: string): { readonly number: string } | { readonly none: UnnameableReason } {
  const found = new Set(name.normalize('NFKC').match(/(?<!\d)\d{5,20}(?!\d)/g) ?? [])
  const [only, ...others] = found
  if (others.length) return { none: 'several-numbers' }
  return only === undefined ? { none: 'no-number' } : { number: only }
}
