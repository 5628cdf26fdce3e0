import type { JSX } from 'preact'
import { addPhotos, reset, retry, savePhoto } from '../../state/actions'
import { findBest } from '../../report/comparison'
import { leftOutCount, MAX_PHOTOS, phase, progress, photos } from '../../state/store'
import { RETRYABLE_CODES } from '../common/failure-panel'
import { SaveIcon, VerdictIcon } from '../common/icons'
import { ProgressBar } from '../common/progress-bar'
import { ChooseFile } from '../start/file-buttons'
import { ProfileChoice } from '../start/profile-choice'
import { getPageText } from '../text'
import { DifferenceTable } from './difference-table'
import { PhotoCard } from './photo-card'

/** Several photos side by side: which one is best, why, and where they differ. */
export function CompareScreen(): JSX.Element {
  const { compare } = getPageText()
  const all = photos.value
  const isDone = all.every(({ checked }) => checked)
  const best = isDone ? findBest(all.map(({ report }) => report)) : null
  const next = all.find(({ checked }) => !checked)
  return (
    <div class="compare">
      <div class="compare-head">
        <h1 tabIndex={-1}>{compare.title(all.length)}</h1>
        {isDone ? <BestPhoto best={best} /> : <CompareProgress />}
        <p class="quiet">{compare.lead}</p>
        {leftOutCount.value > 0 && (
          <p class="caution">
            <VerdictIcon verdict="warn" />
            {compare.leftOut(leftOutCount.value, MAX_PHOTOS)}
          </p>
        )}
      </div>
      <ul class="shots">
        {all.map((shot, at) => (
          <PhotoCard
            key={shot.id}
            shot={shot}
            number={at + 1}
            isNext={shot === next}
            best={best?.index === at ? compare.advantage[best.advantage] : null}
          />
        ))}
      </ul>
      <CompareButtons best={best} />
      <DifferenceTable shots={all} />
      <ProfileChoice brief />
    </div>
  )
}

type Best = ReturnType<typeof findBest>

function CompareProgress(): JSX.Element {
  const text = getPageText()
  const all = photos.value
  const done = all.filter(({ checked }) => checked).length
  return (
    <div class="progress">
      <div class="progress-words" role="status">
        {text.compare.checkingNow(done, all.length)}
      </div>
      {phase.value === 'loading' && progress.value ? (
        <ProgressBar loading={progress.value} stage={text.stage['models']!} />
      ) : (
        <progress aria-label={text.working} value={done} max={all.length} />
      )}
    </div>
  )
}

function BestPhoto({ best }: { best: Best }): JSX.Element {
  const { compare } = getPageText()
  return (
    <p class="compare-best" role="status">
      {best ? (
        <>
          <strong>{compare.bestIs(best.index + 1)}</strong>
          {compare.because(compare.advantage[best.advantage])}
        </>
      ) : photos.value.some(({ report }) => report) ? (
        compare.noBest
      ) : (
        compare.noneFit
      )}
    </p>
  )
}

function CompareButtons({ best }: { best: Best }): JSX.Element {
  const text = getPageText()
  const { compare } = text
  const all = photos.value
  const canRetry = all.some(({ failure }) => failure !== null && RETRYABLE_CODES.has(failure.code))
  return (
    <div class="buttons">
      {best && all[best.index]!.report!.crop && (
        <button
          type="button"
          class="button primary"
          data-action="save-best"
          onClick={() => void savePhoto(all[best.index]!.id)}
        >
          <SaveIcon />
          {compare.saveBest(best.index + 1)}
        </button>
      )}
      {all.length < MAX_PHOTOS && (
        <ChooseFile className="button" label={compare.add} onFiles={files => void addPhotos(files)} action="add" />
      )}
      {canRetry && (
        <button type="button" class="button" onClick={retry}>
          {text.retry}
        </button>
      )}
      <button type="button" class="button" data-action="reset" onClick={reset}>
        {compare.again}
      </button>
    </div>
  )
}
