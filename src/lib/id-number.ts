/**
 * Citizen identity number by GB 11643: 17 digits, of which the 7th to 14th are the date of birth, and a check
 * character.
 */

const WEIGHTS: readonly number[] = [7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2]
/** Indexed by the weighted sum modulo 11. */
const CHECK_CHARACTERS = '10X98765432'

export type IdNumberResult =
  { readonly number: string } | { readonly none: 'no-id-number' | 'wrong-id-number' | 'several-id-numbers' }

/**
 * The only identity number in a file's name, with its X in upper case. Digits within a longer number don't count; a
 * repeated number counts once.
 */
export function findIdNumber(name: string): IdNumberResult {
  // NFKC turns full-width digits, as typed with Chinese input methods, into plain ones.
  const candidates = name.normalize('NFKC').match(/(?<!\d)\d{17}[\dXx](?![\dXx])/g) ?? []
  const valid = [...new Set(candidates.map(candidate => candidate.toUpperCase()))].filter(isIdNumber)
  if (valid.length > 1) return { none: 'several-id-numbers' }
  return valid[0] === undefined
    ? { none: candidates.length ? 'wrong-id-number' : 'no-id-number' }
    : { number: valid[0] }
}

/**
 * One in eleven 18-digit numbers has a valid check character by chance; the date of birth excludes most others, such as
 * a camera's serial number.
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
