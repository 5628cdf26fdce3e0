import { useEffect, useState } from 'preact/hooks'

const NARROW = matchMedia('(max-width: 719px)')

/** Whether there is only room for cards; src/styles/batch.css has the same width. */
export function useNarrow(): boolean {
  const [isNarrow, setNarrow] = useState(NARROW.matches)
  useEffect(() => {
    const changed = (): void => setNarrow(NARROW.matches)
    NARROW.addEventListener('change', changed)
    return () => NARROW.removeEventListener('change', changed)
  }, [])
  return isNarrow
}
