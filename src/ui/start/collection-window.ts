import type { Profile } from '../../contract/profile'

/** A span of days as the profiles' steps name it: "2025-03-11 至 2025-05-05", "from 2025-03-11 to 2025-05-05". */
const SPAN = /\d{4}-\d\d-\d\d\s*(?:至|到|to|–|~)\s*(\d{4}-\d\d-\d\d)/g

/**
 * The last day on which the school collects photos, as YYYY-MM-DD: its window's, or, as profiles of schema 1 have none,
 * that which a step names; null where there is none.
 */
export function findCollectionEnd({ steps, window }: Pick<Profile, 'steps' | 'window'>): string | null {
  if (window?.to) return window.to
  const words = steps.flatMap(({ title, detail }) => [...Object.values(title), ...Object.values(detail)]).join('\n')
  const ends = [...words.matchAll(SPAN)].map(([, end]) => end!).sort()
  return ends.at(-1) ?? null
}

/** Whether that day has passed where the student is. */
export function isOver(lastDay: string, now: Date): boolean {
  const [year, month, day] = lastDay.split('-').map(Number) as [number, number, number]
  return now >= new Date(year, month - 1, day + 1)
}
