import type { JSX } from 'preact'
import type { LoadProgress } from '../../state/load-progress'
import { getPageText } from '../text'

const formatMegabytes = (bytes: number): string => (bytes / 1e6).toFixed(1)

/** Progress of a download in bytes and the time left; indeterminate if the total is unknown. */
export function ProgressBar({ loading, stage }: { loading: LoadProgress | null; stage: string }): JSX.Element {
  const isDeterminate = loading !== null && loading.totalBytes > 0
  return (
    <div class="progress">
      <div class="progress-words">
        <span>{stage}</span>
        {isDeterminate && (
          <span class="numbers">
            {getPageText().megabytes(formatMegabytes(loading.loadedBytes), formatMegabytes(loading.totalBytes))}
            {loading.secondsLeft !== null && getPageText().timeLeft(loading.secondsLeft)}
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
