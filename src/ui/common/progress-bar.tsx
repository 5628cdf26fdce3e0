import type { JSX } from 'preact'
import type { LoadProgress } from '../../state/store'
import { getPageText } from '../text'

const formatMegabytes = (bytes: number): string => (bytes / 1e6).toFixed(1)

/** Bytes of what is being loaded; a bar without an end where there is nothing to count. */
export function ProgressBar({ loading, stage }: { loading: LoadProgress | null; stage: string }): JSX.Element {
  const known = loading !== null && loading.totalBytes > 0
  return (
    <div class="progress">
      <div class="progress-words">
        <span>{stage}</span>
        {known && (
          <span class="numbers">
            {getPageText().megabytes(formatMegabytes(loading.loadedBytes), formatMegabytes(loading.totalBytes))}
          </span>
        )}
      </div>
      {known ? (
        <progress aria-label={stage} value={loading.loadedBytes} max={loading.totalBytes} />
      ) : (
        <progress aria-label={stage} class="endless" />
      )}
    </div>
  )
}
