import type { JSX } from 'preact'
import type { Check, Verdict } from '../contract/report'
import { locale, progress } from '../state/store'
import { failureWords, formatValue } from '../text'
import { VerdictIcon } from '../ui/common/icons'
import { ProgressBar } from '../ui/common/progress-bar'
import { Fold } from '../ui/result/fold'
import { PhotoPair } from '../ui/result/photo-pair'
import { ChooseFile } from '../ui/start/file-buttons'
import { words } from '../ui/text'
import { describeCheck, explain } from '../zhaojian'
import { judgedBeside, type Difference } from './differences'
import { chooseOwn, chooseSample, judged, judging, retry, sample, trouble } from './judging'
import { SAMPLE_IDS, type SampleId } from './samples'
import { seek } from './seeking'
import { profile } from './store'
import { editorWords } from './text'

/** A portrait as the edited profile judges it, and what differs from the profile that was begun with. */
export function JudgedPanel(): JSX.Element {
  const text = editorWords()
  const told = judged.value
  return (
    <section
      class="judged"
      id="judged"
      aria-labelledby="judged-title"
      data-judging={judging.value}
      data-judged={told !== null && told.before !== null}
    >
      <div class="judged-head">
        <h2 id="judged-title">{text.judged}</h2>
        <span class="quiet" aria-hidden="true">
          {judging.value && text.judging}
        </span>
      </div>
      <div class="sample-choice">
        <label class="field">
          <span>{text.judgedBy}</span>
          <select value={sample.value} onChange={event => void chooseSample(event.currentTarget.value as SampleId)}>
            {SAMPLE_IDS.map(id => (
              <option key={id} value={id} selected={id === sample.value}>
                {text.sample[id]}
              </option>
            ))}
            {sample.value === 'own' && (
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
            if (own) chooseOwn(own)
          }}
        />
      </div>
      {trouble.value && <Trouble code={trouble.value} />}
      {!profile.value && (
        <p class="caution" role="status">
          {text.waiting}
        </p>
      )}
      {!told && !trouble.value && <ProgressBar loading={progress.value} stage={text.loading} />}
      {told && <Verdicts />}
      <p class="unseen" role="status" aria-live="polite">
        {told && !judging.value ? announcement() : ''}
      </p>
    </section>
  )
}

function Trouble({ code }: { code: NonNullable<typeof trouble.value> }): JSX.Element {
  const page = words()
  return (
    <div class="failure" role="alert">
      <VerdictIcon verdict="fail" />
      <div class="failure-words">
        <h3>{page.trouble[code]}</h3>
        <p>{code === 'unexpected' ? page.remedy[code] : failureWords(code, locale.value)}</p>
        <div>
          <button type="button" class="button" onClick={retry}>
            {page.retry}
          </button>
        </div>
      </div>
    </div>
  )
}

function announcement(): string {
  const { report, before } = judged.value!
  const { changed, needing } = judgedBeside(report, before)
  return editorWords().announce(changed.length, needing.length)
}

function Verdicts(): JSX.Element {
  const text = editorWords()
  const { report, before } = judged.value!
  const { changed, needing, mended, fine } = judgedBeside(report, before)
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
                <Row key={check.id} check={check} />
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
                <Row key={check.id} check={check} />
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
                <Row key={check.id} check={check} />
              ))}
            </ul>
          </Fold>
        )}
      </div>
    </>
  )
}

function Change({ difference: { id, now, before } }: { difference: Difference }): JSX.Element {
  const text = editorWords()
  return (
    <li data-changed={id}>
      <Title id={id} />
      <span class="from-to">
        {before ? <Word verdict={before.verdict} /> : <span class="quiet">{text.added}</span>}
        <span aria-hidden="true">→</span>
        <span class="unseen">{text.becomes}</span>
        {now ? <Word verdict={now.verdict} /> : <span class="quiet">{text.removed}</span>}
      </span>
      {now && <span class="quiet finding">{explain(now, locale.value).finding}</span>}
    </li>
  )
}

function Row({ check }: { check: Check }): JSX.Element {
  return (
    <li class="judged-row" data-row={check.id}>
      <VerdictIcon verdict={check.verdict} />
      <Title id={check.id} />
      <span class="check-value numbers">
        {typeof check.value === 'number' && formatValue(check.value, check.unit, locale.value)}
      </span>
      <Word verdict={check.verdict} />
      {check.verdict !== 'pass' && <span class="quiet finding">{explain(check, locale.value).finding}</span>}
    </li>
  )
}

const Word = ({ verdict }: { verdict: Verdict }): JSX.Element => (
  <span class={`word word-${verdict}`}>{words().verdict[verdict]}</span>
)

/** Leads to the check's fields. */
function Title({ id }: { id: string }): JSX.Element {
  const title = describeCheck(id, locale.value)?.title ?? id
  return (
    <button type="button" class="link" aria-label={editorWords().goTo(title)} onClick={() => seek(id)}>
      {title}
    </button>
  )
}
