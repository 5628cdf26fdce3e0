/**
 * The citizen's identity number of GB 11643: 17 digits, the seventh to fourteenth a date of birth, and a check
 * character.
 */

const WEIGHTS: readonly number[] = [7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2]
/** By the remainder of the weighted sum divided by 11. */
const CHECK_CHARACTERS = '10X98765432'

export type IdNumberResult =
  { readonly number: string } | { readonly none: 'no-id-number' | 'wrong-id-number' | 'several-id-numbers' }

/**
 * The one identity number in a file's name, its X in upper case. Digits of a longer number are none; one that is there
 * twice is one.
 */
export function findIdNumber(name: string): IdNumberResult {
  // Full-width digits, as Chinese input methods write them, are digits too.
  const written = name.normalize('NFKC').match(/(?<!\d)\d{17}[\dXx](?![\dXx])/g) ?? []
  const right = [...new Set(written.map(one => one.toUpperCase()))].filter(isIdNumber)
  if (right.length > 1) return { none: 'several-id-numbers' }
  return right[0] === undefined ? { none: written.length ? 'wrong-id-number' : 'no-id-number' } : { number: right[0] }
}

/**
 * Any 18 digits have a right check character once in eleven times: the date of birth tells a camera's serial number
 * from a person's.
 */
export function isIdNumber(number: string): boolean {
  if (!/^\d{17}[\dX]$/.test(number)) return false
  const sum = WEIGHTS.reduce((total, weight, at) => total + weight * Number(number[at]), 0)
  return (
    number[17] === CHECK_CHARACTERS[sum % 11] &&
    isValidDate(Number(number.slice(6, 10)), Number(number.slice(10, 12)), Number(number.slice(12, 14)))
  )
}

function isValidDate(year: number, month: number, day: number): boolean {
  const leap = year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0)
  const days = [31, leap ? 29 : 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31][month - 1]
  return year >= 1800 && year < 2100 && days !== undefined && day >= 1 && day <= days
}
