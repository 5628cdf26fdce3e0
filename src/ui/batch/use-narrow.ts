import { useEffect, useState } from 'preact/hooks'

const NARROW_QUERY = matchMedia('(max-width: 719px)')

/** Whether the viewport is too narrow for a table, so that cards are shown; must match src/styles/batch.css. */
export function useIsNarrow(): boolean {
  const [isNarrow, setNarrow] = useState(NARROW_QUERY.matches)
  useEffect(() => {
    const onChange = (): void => setNarrow(NARROW_QUERY.matches)
    NARROW_QUERY.addEventListener('change', onChange)
    return () => NARROW_QUERY.removeEventListener('change', onChange)
  }, [])
  return isNarrow
}
