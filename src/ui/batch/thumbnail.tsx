import type { JSX } from 'preact'
import { useEffect, useState } from 'preact/hooks'
import type { BatchRow } from '../../contract/batch'
import { getThumbnailUrl } from '../../state/batch/actions'
import { PhotoIcon } from '../common/icons'

/** Milliseconds that a row must stay: the browser takes its time for each address, and rows that fly past need none. */
const LOAD_DELAY_MS = 120

/** Addresses of rows seen before. A row that is checked anew is another object. */
const urlsByRow = new WeakMap<BatchRow, string>()

export function Thumbnail({ row }: { row: BatchRow }): JSX.Element {
  const [, redraw] = useState<BatchRow | null>(null)
  const address = urlsByRow.get(row)
  useEffect(() => {
    if (urlsByRow.has(row)) return
    const timer = setTimeout(() => {
      const found = getThumbnailUrl(row.id)
      if (found === null) return
      urlsByRow.set(row, found)
      redraw(row)
    }, LOAD_DELAY_MS)
    return () => clearTimeout(timer)
  }, [row])
  return address === undefined ? <PhotoIcon /> : <img src={address} alt="" loading="lazy" decoding="async" />
}
