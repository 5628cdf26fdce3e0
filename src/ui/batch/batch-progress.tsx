import type { JSX } from 'preact'
import { useRef } from 'preact/hooks'
import { counts, run, rows } from '../../state/batch/store'
import { getRowStatus } from '../../report/batch-view'
import { progress } from '../../state/store'
import { ProgressBar } from '../common/progress-bar'
import { getBatchText } from '../text/batch'

/** Progress, rate and remaining time. */
export function BatchProgress(): JSX.Element {
  const text = getBatchText()
  const { phase, perMinute, secondsLeft, workers } = run.value
  const { total } = counts.value
  const done = countDone()
  if (phase === 'loading' && progress.value) return <ProgressBar loading={progress.value} stage={text.phase.loading} />
  const isOn = phase === 'running' || phase === 'pausing'
  return (
    <div class="progress" data-run={phase}>
      <div class="progress-words">
        <span>
          <strong>{text.phase[phase]}</strong> <span class="numbers">{text.done(done, total)}</span>
        </span>
        <span class="progress-facts numbers">
          {isOn && perMinute !== null && <span>{text.perMinute(Math.round(perMinute))}</span>}
          {isOn && secondsLeft !== null && <span>{text.left(formatDuration(secondsLeft))}</span>}
          {isOn && workers > 0 && <span>{text.workers(workers)}</span>}
        </span>
      </div>
      <progress aria-label={text.progress} value={done} max={total} />
    </div>
  )
}

/** Announces every tenth and the end to screen readers; more would drown out everything else. */
export function SpokenProgress(): JSX.Element {
  const text = getBatchText()
  const { total } = counts.value
  const done = countDone()
  const announced = useRef({ tenth: 0, words: '' })
  const tenth = total ? Math.floor((10 * done) / total) : 0
  if (tenth !== announced.current.tenth)
    announced.current = {
      tenth,
      words: tenth === 0 ? '' : tenth === 10 ? formatFinalCounts() : text.announceDone(done, total),
    }
  return (
    <p class="unseen" role="status">
      {announced.current.words}
    </p>
  )
}

function countDone(): number {
  const { checked, failed } = counts.value
  return checked + failed
}

function formatFinalCounts(): string {
  const countsByStatus = { pass: 0, fail: 0, unknown: 0, failed: 0, waiting: 0 }
  for (const row of rows.value) countsByStatus[getRowStatus(row)]++
  return getBatchText().announceAll(
    countsByStatus.pass,
    countsByStatus.fail,
    countsByStatus.unknown,
    countsByStatus.failed,
  )
}

function formatDuration(seconds: number): string {
  const text = getBatchText()
  if (seconds < 60) return text.seconds(Math.max(10, 10 * Math.round(seconds / 10)))
  const minutes = Math.round(seconds / 60)
  return minutes < 60 ? text.minutes(minutes) : text.hours(Math.floor(minutes / 60), minutes % 60)
}
