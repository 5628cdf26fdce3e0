import type { JSX } from 'preact'
import { useEffect, useState } from 'preact/hooks'
import type { BatchRow } from '../../contract/batch'
import { getThumbnailUrl } from '../../state/batch/actions'
import { PhotoIcon } from '../common/icons'

/** Milliseconds before a row's thumbnail is loaded: loading is slow, and rows that are scrolled past need none. */
const LOAD_DELAY_MS = 120

/** URLs of rows seen before. Rechecking a row creates a new row object. */
const urlsByRow = new WeakMap<BatchRow, string>()

export function Thumbnail({ row }: { row: BatchRow }): JSX.Element {
  const [, redraw] = useState<BatchRow | null>(null)
  const address = urlsByRow.get(row)
  useEffect(() => {
    if (urlsByRow.has(row)) return
    const timer = setTimeout(() => {
      const url = getThumbnailUrl(row.id)
      if (url === null) return
      urlsByRow.set(row, url)
      redraw(row)
    }, LOAD_DELAY_MS)
    return () => clearTimeout(timer)
  }, [row])
  return address === undefined ? <PhotoIcon /> : <img src={address} alt="" loading="lazy" decoding="async" />
}
