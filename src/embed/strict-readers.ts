/**
 * Readers that validate messages of another window: each returns a copy with only the expected fields, or throws. Not
 * done with valibot, which the page uses, because every page of a host loads the element's script and it must stay
 * tiny.
 */
export type Reader<T> = (value: unknown) => T

class RefusedError extends Error {}
function refuse(): never {
  throw new RefusedError()
}

/** The reader's result; null if it refuses the value. */
export function tryRead<T>(reader: Reader<T>, value: unknown): T | null {
  try {
    return reader(value)
  } catch (error) {
    if (error instanceof RefusedError) return null
    throw error
  }
}

export const text =
  (pattern: RegExp): Reader<string> =>
  value =>
    typeof value === 'string' && pattern.test(value) ? value : refuse()
export const boundedText =
  (max: number): Reader<string> =>
  value =>
    typeof value === 'string' && value.length <= max ? value : refuse()
export const number =
  (min: number, max: number): Reader<number> =>
  value =>
    typeof value === 'number' && value >= min && value <= max ? value : refuse()
export const integer =
  (max: number): Reader<number> =>
  value =>
    Number.isInteger(value) ? number(0, max)(value) : refuse()
export const oneOf =
  <const T extends readonly unknown[]>(values: T): Reader<T[number]> =>
  value =>
    values.includes(value) ? value : refuse()
export const nullable =
  <T>(reader: Reader<T>): Reader<T | null> =>
  value =>
    value === null ? null : reader(value)
export const union =
  <A, B>(first: Reader<A>, second: Reader<B>): Reader<A | B> =>
  value => {
    try {
      return first(value)
    } catch {
      return second(value)
    }
  }

/** At most `max` items. */
export const array =
  <T>(reader: Reader<T>, max: number): Reader<T[]> =>
  value => {
    if (!Array.isArray(value) || value.length > max) refuse()
    // Array.from also reads holes, as undefined, which the readers refuse.
    return Array.from(value, reader)
  }

/** Exactly these keys. */
export const exactObject =
  <T extends object>(readers: { readonly [K in keyof T]: Reader<T[K]> }): Reader<T> =>
  value => {
    const fields = readOwnFields(value)
    const keys = Object.keys(readers) as (keyof T & string)[]
    if (fields.size !== keys.length) refuse()
    return Object.fromEntries(keys.map(key => [key, fields.has(key) ? readers[key](fields.get(key)) : refuse()])) as T
  }

/** Any keys that `isKey` allows, at most `max` of them. */
export const record =
  <K extends string, T>(isKey: (key: string) => boolean, reader: Reader<T>, max: number): Reader<Record<K, T>> =>
  value => {
    const fields = readOwnFields(value)
    if (fields.size > max) refuse()
    return Object.fromEntries(
      [...fields].map(([key, item]) => (isKey(key) ? [key, reader(item)] : refuse())),
    ) as Record<K, T>
  }

/** Keys with a meaning in every object's prototype chain. */
const FORBIDDEN_KEYS = new Set(['__proto__', 'constructor', 'prototype'])

/** Own data properties of a plain object; refuses symbols, accessors, class instances and non-enumerable properties. */
function readOwnFields(value: unknown): Map<string, unknown> {
  if (typeof value !== 'object' || value === null) refuse()
  const prototype: unknown = Object.getPrototypeOf(value)
  if (prototype !== Object.prototype && prototype !== null) refuse()
  const fields = new Map<string, unknown>()
  for (const key of Reflect.ownKeys(value)) {
    if (typeof key !== 'string' || FORBIDDEN_KEYS.has(key)) refuse()
    const { value: field, enumerable, get, set } = Object.getOwnPropertyDescriptor(value, key)!
    if (!enumerable || get || set) refuse()
    fields.set(key, field)
  }
  return fields
}
