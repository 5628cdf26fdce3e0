import { expect, it } from 'vitest'
import {
  array,
  boundedText,
  exactObject,
  integer,
  nullable,
  number,
  oneOf,
  record,
  text,
  tryRead,
  union,
  type Reader,
} from './strict-readers'

/** What is taken, as it is, and what is refused. */
function expectTaken(reader: Reader<unknown>, taken: readonly unknown[], refused: readonly unknown[]): void {
  taken.forEach((value, at) => expect(tryRead(reader, value), `taken ${at}`).toEqual(value))
  refused.forEach((value, at) => expect(tryRead(reader, value), `refused ${at}`).toBeNull())
}

it('refusing is no error, an error is one', () => {
  expect(tryRead(oneOf([1]), 2)).toBeNull()
  const bug = new TypeError('x is not a function')
  const broken = (): never => {
    throw bug
  }
  expect(() => tryRead(broken, 1)).toThrow(bug)
})

it('a text is one of the pattern, and no value that only reads like one', () =>
  expectTaken(text(/^\d+$/), ['1', '007'], [1, '', 'a', ['1'], null, undefined]))
it('a bounded text is one of at most so many characters', () =>
  expectTaken(boundedText(3), ['', 'abc'], ['abcd', 1, ['a'], { length: 1 }, null]))
it('a number is one from the least to the most', () =>
  expectTaken(number(-1, 2), [-1, 0, 1.5, 2], [-1.01, 2.01, NaN, Infinity, -Infinity, '1', true, [1], 1n]))
it('an integer is a whole number from nought to the most', () =>
  expectTaken(integer(2), [0, 1, 2], [-1, 0.5, 3, NaN, '1', [1]]))
it('one of some values is itself, not what equals it', () =>
  expectTaken(oneOf(['a', 1, true]), ['a', 1, true], ['b', '1', 0, ['a'], undefined]))
it('null may be taken beside what a reader takes', () => {
  expect(nullable(integer(2))(null)).toBeNull()
  expectTaken(nullable(integer(2)), [0, 2], [3, undefined, ''])
})
it('of two readers either may take it', () =>
  expectTaken(union(integer(2), text(/^a$/)), [0, 2, 'a'], [3, 'b', null, undefined]))

it('an array is one of at most so many that the reader takes, without holes', () => {
  expectTaken(
    array(integer(9), 2),
    [[], [1], [1, 2]],
    [[1, 2, 3], [10], ['1'], [undefined], new Array(1), { length: 1, 0: 1 }, Uint8Array.of(1), 'a', null],
  )
  const given = [1]
  expect(array(integer(9), 2)(given)).not.toBe(given)
})

it('an object is one of exactly these keys', () => {
  const reader = exactObject({ a: integer(9), b: nullable(integer(9)) })
  expectTaken(
    reader,
    [
      { a: 1, b: 2 },
      { b: null, a: 0 },
    ],
    [{}, { a: 1 }, { a: 1, b: 2, c: 3 }, { a: 1, c: 2 }, { a: 'x', b: 2 }, [], null, undefined, 'ab', 1],
  )
  const given = { a: 1, b: 2 }
  expect(reader(given)).not.toBe(given)
})

it('a record is one of at most so many allowed keys', () => {
  const reader = record(key => key.startsWith('a'), integer(9), 2)
  expectTaken(reader, [{}, { a: 1 }, { a: 1, ab: 2 }], [{ a: 1, ab: 2, ac: 3 }, { b: 1 }, { a: 10 }, [], null])
})

it('an object is no class’s, and its fields are its own, plain and seen', () => {
  const reader = record(() => true, integer(9), 9)
  expectTaken(
    reader,
    [{ a: 1 }, Object.assign(Object.create(null) as object, { a: 1 })],
    [
      Object.create({ a: 1 }),
      new Date(),
      new Map(),
      Object.defineProperty({}, 'a', { value: 1, enumerable: false }),
      Object.defineProperty({}, 'a', { get: () => 1, enumerable: true }),
      Object.defineProperty({}, 'a', { set: () => undefined, enumerable: true }),
      { [Symbol('a')]: 1 },
      { constructor: 1 },
      { prototype: 1 },
      JSON.parse('{"__proto__":1}'),
    ],
  )
})
