import { differenceCiede2000 } from 'culori/fn'
import type { Lab } from '../contract/reading'

const difference = differenceCiede2000()
const toCulori = ({ L, a, b }: Lab): { mode: 'lab65'; l: number; a: number; b: number } => ({
  mode: 'lab65',
  l: L,
  a,
  b,
})

/**
 * CIEDE2000 colour difference (ISO/CIE 11664-6), unit weights, by culori (docs/decisions/0039). Tested on the pairs
 * of Sharma, Wu and Dalal (2005).
 */
export const ciede2000 = (one: Lab, two: Lab): number => difference(toCulori(one), toCulori(two))
