import type { JSX } from 'preact'
import type { LoadProgress } from '../../state/store'
import { getPageText } from '../text'

const formatMegabytes = (bytes: number): string => (bytes / 1e6).toFixed(1)

/** Progress of a download in bytes; indeterminate if the total is unknown. */
export function ProgressBar({ loading, stage }: { loading: LoadProgress | null; stage: string }): JSX.Element {
  const isDeterminate = loading !== null && loading.totalBytes > 0
  return (
    <div class="progress">
      <div class="progress-words">
        <span>{stage}</span>
        {isDeterminate && (
          <span class="numbers">
            {getPageText().megabytes(formatMegabytes(loading.loadedBytes), formatMegabytes(loading.totalBytes))}
          </span>
        )}
      </div>
      {isDeterminate ? (
        <progress aria-label={stage} value={loading.loadedBytes} max={loading.totalBytes} />
      ) : (
        <progress aria-label={stage} class="endless" />
      )}
    </div>
  )
}
