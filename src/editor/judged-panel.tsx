import type { JSX } from 'preact'
import type { Check, Verdict } from '../contract/report'
import { locale, progress } from '../state/store'
import { getFailureText, formatValue } from '../text'
import { VerdictIcon } from '../ui/common/icons'
import { ProgressBar } from '../ui/common/progress-bar'
import { Fold } from '../ui/result/fold'
import { PhotoPair } from '../ui/result/photo-pair'
import { ChooseFile } from '../ui/start/file-buttons'
import { getPageText } from '../ui/text'
import { describeCheck, explain } from '../zhaojian'
import { compareReports, type CheckChange } from './differences'
import { chooseOwnPhoto, chooseSample, judgedReports, isJudging, retry, selectedSample, judgeFailure } from './judging'
import { SAMPLE_IDS, type SampleId } from './samples'
import { goToCheck } from './navigation'
import { profile } from './store'
import { getEditorText } from './text'

/** A portrait as the edited profile judges it, and what differs from the profile that was begun with. */
export function JudgedPanel(): JSX.Element {
  const text = getEditorText()
  const told = judgedReports.value
  return (
    <section
      class="judged"
      id="judged"
      aria-labelledby="judged-title"
      data-judging={isJudging.value}
      data-judged={told !== null && told.before !== null}
    >
      <div class="judged-head">
        <h2 id="judged-title">{text.judged}</h2>
        <span class="quiet" aria-hidden="true">
          {isJudging.value && text.judging}
        </span>
      </div>
      <div class="sample-choice">
        <label class="field">
          <span>{text.judgedBy}</span>
          <select
            value={selectedSample.value}
            onChange={event => void chooseSample(event.currentTarget.value as SampleId)}
          >
            {SAMPLE_IDS.map(id => (
              <option key={id} value={id} selected={id === selectedSample.value}>
                {text.sample[id]}
              </option>
            ))}
            {selectedSample.value === 'own' && (
              <option value="own" selected>
                {text.ownPhotoChosen}
              </option>
            )}
          </select>
        </label>
        <ChooseFile
          label={text.ownPhoto}
          className="button"
          onFiles={([own]) => {
            if (own) chooseOwnPhoto(own)
          }}
        />
      </div>
      {judgeFailure.value && <JudgeFailure code={judgeFailure.value} />}
      {!profile.value && (
        <p class="caution" role="status">
          {text.waiting}
        </p>
      )}
      {!told && !judgeFailure.value && <ProgressBar loading={progress.value} stage={text.loading} />}
      {told && <Verdicts />}
      <p class="unseen" role="status" aria-live="polite">
        {told && !isJudging.value ? buildAnnouncement() : ''}
      </p>
    </section>
  )
}

function JudgeFailure({ code }: { code: NonNullable<typeof judgeFailure.value> }): JSX.Element {
  const page = getPageText()
  return (
    <div class="failure" role="alert">
      <VerdictIcon verdict="fail" />
      <div class="failure-words">
        <h3>{page.failureTitles[code]}</h3>
        <p>{getFailureText(code, locale.value)}</p>
        <div>
          <button type="button" class="button" onClick={retry}>
            {page.retry}
          </button>
        </div>
      </div>
    </div>
  )
}

function buildAnnouncement(): string {
  const { report, before } = judgedReports.value!
  const { changed, needing } = compareReports(report, before)
  return getEditorText().announce(changed.length, needing.length)
}

function Verdicts(): JSX.Element {
  const text = getEditorText()
  const { report, before } = judgedReports.value!
  const { changed, needing, mended, fine } = compareReports(report, before)
  return (
    <>
      {before && (
        <div class="changes" data-changes={changed.length}>
          <h3>
            {text.changed}
            {locale.value === 'en' ? ': ' : '：'}
            {changed.length ? text.changedNow(changed.length) : text.changedNone}
          </h3>
          {changed.length > 0 && (
            <ul>
              {changed.map(one => (
                <Change key={one.id} difference={one} />
              ))}
            </ul>
          )}
        </div>
      )}
      <PhotoPair />
      {!report.crop && <p class="quiet">{text.cropNone}</p>}
      <div class="group">
        {needing.length > 0 && (
          <>
            <div class="group-head">
              <h3>{text.needing}</h3>
            </div>
            <ul>
              {needing.map(check => (
                <JudgedRow key={check.id} check={check} />
              ))}
            </ul>
          </>
        )}
        {mended.length > 0 && (
          <Fold
            summary={
              <span class="fold-words">
                <span class="fold-line">
                  {text.mended}
                  {locale.value === 'en' ? ': ' : '：'}
                  {mended.length}
                </span>
              </span>
            }
          >
            <ul>
              {mended.map(check => (
                <JudgedRow key={check.id} check={check} />
              ))}
            </ul>
          </Fold>
        )}
        {fine.length > 0 && (
          <Fold
            summary={
              <span class="fold-words">
                <span class="fold-line">
                  <VerdictIcon verdict="pass" />
                  {text.passing(fine.length)}
                </span>
              </span>
            }
          >
            <ul>
              {fine.map(check => (
                <JudgedRow key={check.id} check={check} />
              ))}
            </ul>
          </Fold>
        )}
      </div>
    </>
  )
}

function Change({ difference: { id, now, before } }: { difference: CheckChange }): JSX.Element {
  const text = getEditorText()
  return (
    <li data-changed={id}>
      <CheckLink id={id} />
      <span class="from-to">
        {before ? <VerdictLabel verdict={before.verdict} /> : <span class="quiet">{text.added}</span>}
        <span aria-hidden="true">→</span>
        <span class="unseen">{text.becomes}</span>
        {now ? <VerdictLabel verdict={now.verdict} /> : <span class="quiet">{text.removed}</span>}
      </span>
      {now && <span class="quiet finding">{explain(now, locale.value).finding}</span>}
    </li>
  )
}

function JudgedRow({ check }: { check: Check }): JSX.Element {
  return (
    <li class="judged-row" data-row={check.id}>
      <VerdictIcon verdict={check.verdict} />
      <CheckLink id={check.id} />
      <span class="check-value numbers">
        {typeof check.value === 'number' && formatValue(check.value, check.unit, locale.value)}
      </span>
      <VerdictLabel verdict={check.verdict} />
      {check.verdict !== 'pass' && <span class="quiet finding">{explain(check, locale.value).finding}</span>}
    </li>
  )
}

const VerdictLabel = ({ verdict }: { verdict: Verdict }): JSX.Element => (
  <span class={`word word-${verdict}`}>{getPageText().verdict[verdict]}</span>
)

/** Leads to the check's fields. */
function CheckLink({ id }: { id: string }): JSX.Element {
  const title = describeCheck(id, locale.value)?.title ?? id
  return (
    <button type="button" class="link" aria-label={getEditorText().goTo(title)} onClick={() => goToCheck(id)}>
      {title}
    </button>
  )
}
