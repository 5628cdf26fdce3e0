import { describe, expect, it } from 'vitest'
import { findIdNumber, isIdNumber } from './id-number'

// The two examples printed in GB 11643-1999, and invented ones.
const MAN = '440524188001010014',
  WOMAN = '11010519491231002X',
  OTHER = '420303200102290029'

describe('an identity number', () => {
  it.each([MAN, WOMAN])('%s of the standard is one', number => expect(isIdNumber(number)).toBe(true))
  it('has one right check character of eleven', () => {
    for (const number of [MAN, WOMAN])
      for (const last of '0123456789X') expect(isIdNumber(number.slice(0, 17) + last)).toBe(last === number[17])
  })
  it('has a date of birth that was', () => {
    const rightDigit = (digits: string): string =>
      [...'0123456789X']
        .map(last => digits + last)
        .find(number => {
          const weights = [7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2]
          return (
            '10X98765432'[weights.reduce((sum, weight, at) => sum + weight * Number(number[at]), 0) % 11] === number[17]
          )
        })!
    const born = (date: string): boolean => isIdNumber(rightDigit(`420303${date}002`))
    expect(['20000229', '20040229', '19991231', '20010430'].map(born)).toEqual([true, true, true, true])
    expect(['20010229', '19000229', '20010431', '20011301', '20010100', '21990101', '00000000'].map(born)).toEqual(
      Array(7).fill(false),
    )
    expect(['20010131', '20010228', '20010331', '20010531', '20010630', '20010731'].map(born)).not.toContain(false)
    expect(['20010831', '20010930', '20011031', '20011130', '20011231'].map(born)).not.toContain(false)
    expect(['20010132', '20010332', '20010532', '20010631', '20010732'].map(born)).not.toContain(true)
    expect(['20010832', '20010931', '20011032', '20011131', '20011232'].map(born)).not.toContain(true)
    expect(['20000230', '20040230', '20010001', '24000229'].map(born)).not.toContain(true)
    expect(['17991231', '18000101', '20991231', '21000101'].map(born)).toEqual([false, true, true, false])
  })
  it('is eighteen characters long, the last a digit or a capital X', () => {
    for (const number of [`${MAN}0`, `0${MAN}`, MAN.slice(1), MAN.slice(0, 17), WOMAN.toLowerCase(), ` ${MAN}`, ''])
      expect(isIdNumber(number), number).toBe(false)
    expect(isIdNumber(`X${MAN.slice(1)}`)).toBe(false)
  })
})

describe('found in a file’s name', () => {
  it.each([
    [`${MAN}.jpg`, MAN],
    [`张三-${WOMAN}-电话.JPG`, WOMAN],
    [`张三${WOMAN.toLowerCase()}x.jpg`, undefined],
    [`张三_${WOMAN.toLowerCase()}_1.jpg`, WOMAN],
    [`${MAN}(${MAN}).jpg`, MAN],
    [`身份证４４０５２４１８８００１０１００１４.jpg`, MAN],
    [`a${MAN}b.jpg`, MAN],
  ])('%s', (name, number) =>
    expect(findIdNumber(name)).toEqual(number === undefined ? { none: 'no-id-number' } : { number }),
  )

  it.each([
    ['张三.jpg', 'no-id-number'],
    ['IMG_20250101.jpg', 'no-id-number'],
    [`1${MAN}.jpg`, 'no-id-number'],
    [`${MAN}7.jpg`, 'no-id-number'],
    [`${MAN}X.jpg`, 'no-id-number'],
    ['440524188001010015.jpg', 'wrong-id-number'],
    [`${OTHER}.jpg`, 'wrong-id-number'],
    [`${MAN} ${WOMAN}.jpg`, 'several-id-numbers'],
  ])('%s: %s', (name, none) => expect(findIdNumber(name)).toEqual({ none }))

  it('a right one beside a wrong one is the one', () =>
    expect(findIdNumber(`${MAN}-440524188001010015.jpg`)).toEqual({ number: MAN }))
})
