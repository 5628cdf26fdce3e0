import { computed, effect, signal } from '@preact/signals'
import { listNumberTokens, readTypedNumber, type NumberToken, type TypedNumbers } from '../lib/file-name'
import { profile, profileId } from './store'

export type { NumberToken }

/** Numbers that the student types for the file's name: kept here while the page is open, and nowhere else. */
export const typedNumbers = signal<TypedNumbers>({})

/** The numbers that this school's file names are made of. */
export const askedNumbers = computed<readonly NumberToken[]>(() => listNumberTokens(profile.value.fileName ?? ''))

export function typeNumber(token: NumberToken, text: string): void {
  typedNumbers.value = { ...typedNumbers.value, [token]: text }
}

/** Something was typed that can't be such a number. */
export const isNumberWrong = (token: NumberToken): boolean => {
  const text = typedNumbers.value[token]?.trim() ?? ''
  return text !== '' && readTypedNumber(token, text) === null
}

export const forgetNumbers = (): void => {
  typedNumbers.value = {}
}

// Another school has other numbers.
effect(() => {
  void profileId.value
  forgetNumbers()
})
