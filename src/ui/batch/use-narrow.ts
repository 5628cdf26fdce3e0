import { useEffect, useState } from 'preact/hooks'

const NARROW_QUERY = matchMedia('(max-width: 719px)')

/** Whether there is only room for cards; src/styles/batch.css has the same width. */
export function useIsNarrow(): boolean {
  const [isNarrow, setNarrow] = useState(NARROW_QUERY.matches)
  useEffect(() => {
    const changed = (): void => setNarrow(NARROW_QUERY.matches)
    NARROW_QUERY.addEventListener('change', changed)
    return () => NARROW_QUERY.removeEventListener('change', changed)
  }, [])
  return isNarrow
}
