import type { ComponentChildren, JSX } from 'preact'
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

/** A portrait judged by the edited profile, and the differences from the profile that the form started with. */
export function JudgedPanel(): JSX.Element {
  const text = getEditorText()
  const reports = judgedReports.value
  return (
    <section
      class="judged"
      id="judged"
      aria-labelledby="judged-title"
      data-judging={isJudging.value}
      data-judged={reports !== null && reports.before !== null}
    >
      <div class="judged-head">
        <h2 id="judged-title">{text.judged}</h2>
        <span class="quiet" aria-hidden="true">
          {isJudging.value && text.judging}
        </span>
      </div>
      <SampleChoice />
      {judgeFailure.value && <JudgeFailure code={judgeFailure.value} />}
      {!profile.value && (
        <p class="caution" role="status">
          {text.waiting}
        </p>
      )}
      {!reports && !judgeFailure.value && <ProgressBar loading={progress.value} stage={text.loading} />}
      {reports && <Verdicts />}
      <p class="unseen" role="status" aria-live="polite">
        {reports && !isJudging.value ? buildAnnouncement() : ''}
      </p>
    </section>
  )
}

function SampleChoice(): JSX.Element {
  const text = getEditorText()
  return (
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
      {before && <Changes changed={changed} />}
      <PhotoPair />
      {!report.crop && <p class="quiet">{text.cropNone}</p>}
      <div class="group">
        {needing.length > 0 && (
          <>
            <div class="group-head">
              <h3>{text.needing}</h3>
            </div>
            <JudgedRows checks={needing} />
          </>
        )}
        {mended.length > 0 && (
          <FoldedRows checks={mended}>
            {text.mended}
            {getColon()}
            {mended.length}
          </FoldedRows>
        )}
        {fine.length > 0 && (
          <FoldedRows checks={fine}>
            <VerdictIcon verdict="pass" />
            {text.passing(fine.length)}
          </FoldedRows>
        )}
      </div>
    </>
  )
}

const getColon = (): string => (locale.value === 'en' ? ': ' : '：')

function Changes({ changed }: { changed: readonly CheckChange[] }): JSX.Element {
  const text = getEditorText()
  return (
    <div class="changes" data-changes={changed.length}>
      <h3>
        {text.changed}
        {getColon()}
        {changed.length ? text.changedNow(changed.length) : text.changedNone}
      </h3>
      {changed.length > 0 && (
        <ul>
          {changed.map(difference => (
            <Change key={difference.id} difference={difference} />
          ))}
        </ul>
      )}
    </div>
  )
}

interface FoldedRowsProps {
  readonly checks: readonly Check[]
  /** The line that stays visible. */
  readonly children: ComponentChildren
}

function FoldedRows({ checks, children }: FoldedRowsProps): JSX.Element {
  return (
    <Fold
      summary={
        <span class="fold-words">
          <span class="fold-line">{children}</span>
        </span>
      }
    >
      <JudgedRows checks={checks} />
    </Fold>
  )
}

function JudgedRows({ checks }: { checks: readonly Check[] }): JSX.Element {
  return (
    <ul>
      {checks.map(check => (
        <JudgedRow key={check.id} check={check} />
      ))}
    </ul>
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

/** Goes to the fields of the check. */
function CheckLink({ id }: { id: string }): JSX.Element {
  const title = describeCheck(id, locale.value)?.title ?? id
  return (
    <button type="button" class="link" aria-label={getEditorText().goTo(title)} onClick={() => goToCheck(id)}>
      {title}
    </button>
  )
}
