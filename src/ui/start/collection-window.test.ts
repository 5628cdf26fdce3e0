import { describe, expect, it } from 'vitest'
import { getProfile } from '../../profiles'
import { findCollectionEnd, isOver } from './collection-window'

describe('the window in which a school collects photos', () => {
  it('is read from the words of the steps', () => {
    expect(findCollectionEnd(getProfile('hanjiang-2025'))).toBe('2025-05-05')
    expect(findCollectionEnd({ steps: [] })).toBeNull()
  })

  it('is the profile’s own window before all words', () => {
    const hanjiang = getProfile('hanjiang-2025')
    expect(findCollectionEnd({ ...hanjiang, window: { to: '2026-01-02' } as never })).toBe('2026-01-02')
  })

  it('is the latest one where there are several, in either language', () => {
    const step = (words: string): unknown => ({ title: { 'zh-CN': '', en: '' }, detail: { 'zh-CN': '', en: words } })
    const steps = [step('from 2024-01-02 to 2024-02-03'), step('Open from 2025-03-11 to 2025-05-05.')]
    expect(findCollectionEnd({ steps } as never)).toBe('2025-05-05')
  })

  it('is open on its last day, and over on the day after', () => {
    expect(isOver('2025-05-05', new Date(2025, 4, 5, 23, 59))).toBe(false)
    expect(isOver('2025-05-05', new Date(2025, 4, 6))).toBe(true)
  })
})
