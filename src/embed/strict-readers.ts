/**
 * Readers for what another window sends: each gives back a copy that holds what was asked for and nothing else, or
 * throws. By hand and not with valibot, which the page has: the element's script is loaded by every page of a host, and
 * must stay tiny.
 */
export type Reader<T> = (value: unknown) => T

class RefusedError extends Error {}
function refuse(): never {
  throw new RefusedError()
}

/** What the reader makes of the value; null where it refuses. */
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
  (most: number): Reader<string> =>
  value =>
    typeof value === 'string' && value.length <= most ? value : refuse()
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

/** At most so many. */
export const array =
  <T>(reader: Reader<T>, most: number): Reader<T[]> =>
  value => {
    if (!Array.isArray(value) || value.length > most) refuse()
    // Array.from reads holes too, which no reader takes.
    return Array.from(value, reader)
  }

/** Exactly these keys. */
export const exactObject =
  <T extends object>(readers: { readonly [K in keyof T]: Reader<T[K]> }): Reader<T> =>
  value => {
    const own = readOwnFields(value)
    const keys = Object.keys(readers) as (keyof T & string)[]
    if (own.size !== keys.length) refuse()
    return Object.fromEntries(keys.map(key => [key, own.has(key) ? readers[key](own.get(key)) : refuse()])) as T
  }

/** Any keys that `isKey` allows, at most so many. */
export const record =
  <K extends string, T>(isKey: (key: string) => boolean, reader: Reader<T>, most: number): Reader<Record<K, T>> =>
  value => {
    const own = readOwnFields(value)
    if (own.size > most) refuse()
    return Object.fromEntries([...own].map(([key, one]) => (isKey(key) ? [key, reader(one)] : refuse()))) as Record<
      K,
      T
    >
  }

/** Words that mean something to every object. */
const FORBIDDEN_KEYS = new Set(['__proto__', 'constructor', 'prototype'])

/** Own data properties of a plain object; no symbol, no getter, no class, no hidden one. */
function readOwnFields(value: unknown): Map<string, unknown> {
  if (typeof value !== 'object' || value === null) refuse()
  const prototype: unknown = Object.getPrototypeOf(value)
  if (prototype !== Object.prototype && prototype !== null) refuse()
  const found = new Map<string, unknown>()
  for (const key of Reflect.ownKeys(value)) {
    if (typeof key !== 'string' || FORBIDDEN_KEYS.has(key)) refuse()
    const { value: own, enumerable, get, set } = Object.getOwnPropertyDescriptor(value, key)!
    if (!enumerable || get || set) refuse()
    found.set(key, own)
  }
  return found
}
