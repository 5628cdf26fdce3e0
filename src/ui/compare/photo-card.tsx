import type { JSX } from 'preact'
import { useEffect } from 'preact/hooks'
import type { Report, Verdict } from '../../contract/report'
import { storeThumbnail, openPhoto, removePhoto } from '../../state/actions'
import { locale, type PhotoEntry } from '../../state/store'
import { summarise } from '../../report/summary'
import { explain } from '../../zhaojian'
import { getFailureAdvice } from '../common/failure-panel'
import { CloseIcon, PhotoIcon, StarIcon, VerdictIcon } from '../common/icons'
import { getOverallVerdict } from '../result/headline'
import { getPageText } from '../text'
import { createThumbnailUrl } from './thumbnail'

/** One photo of several: what it would be cut to, how it stands, and the way to all of its result. */
export function PhotoCard({
  shot,
  number,
  best,
  isNext,
}: {
  shot: PhotoEntry
  number: number
  best: string | null
  isNext: boolean
}): JSX.Element {
  const text = getPageText()
  const { id, photo, report, failure, checked, thumbnail } = shot
  useEffect(() => {
    if (checked && report && thumbnail === null)
      createThumbnailUrl(photo.url, report).then(
        url => storeThumbnail(id, url),
        () => {},
      )
  }, [checked, report])
  const name = text.compare.number(number)
  const remove = (): void => {
    removePhoto(id)
    // The button goes with its card: whoever uses the keyboard goes on from the top.
    document.querySelector<HTMLElement>('.compare h1')?.focus()
  }
  const picture = thumbnail ? <img src={thumbnail} alt="" /> : <PhotoIcon />
  return (
    <li class={`shot${best ? ' is-best' : ''}`} data-shot={failure ? 'failed' : checked ? 'done' : 'waiting'}>
      <div class="shot-picture">
        {picture}
        <span class="shot-number" aria-hidden="true">
          {number}
        </span>
      </div>
      <div class="shot-words">
        <h2>
          {report ? (
            <button type="button" class="shot-open" aria-label={text.compare.open(name)} onClick={() => openPhoto(id)}>
              {name}
            </button>
          ) : (
            name
          )}
        </h2>
        {photo.name !== null && <p class="shot-name">{photo.name}</p>}
        {failure ? (
          <p class="shot-verdict">
            <VerdictIcon verdict="fail" />
            {text.failureTitles[failure.code]}
          </p>
        ) : report ? (
          <PhotoStatus report={report} />
        ) : (
          <p class="shot-verdict quiet">{isNext ? text.compare.checking : text.compare.waiting}</p>
        )}
        {failure && <p class="quiet">{getFailureAdvice(failure)}</p>}
        {best && (
          <p class="shot-best">
            <StarIcon />
            <span>
              <strong>{text.compare.best}</strong>
              {best}
            </span>
          </p>
        )}
      </div>
      <button type="button" class="shot-remove" aria-label={text.compare.remove(name)} onClick={remove}>
        <CloseIcon />
      </button>
    </li>
  )
}

/** How it stands, and the first thing to mend or to look at. */
function PhotoStatus({ report }: { report: Report }): JSX.Element {
  const { compare } = getPageText()
  const { toMend, unknown, pending } = summarise(report)
  const sign: Verdict = getOverallVerdict(report)
  const line = toMend.length
    ? compare.toMend(toMend.length)
    : pending.length
      ? compare.looking
      : unknown.length
        ? compare.unknown(unknown.length)
        : compare.fine
  const [first] = toMend.length ? toMend : unknown
  return (
    <>
      <p class="shot-verdict">
        <VerdictIcon verdict={sign} />
        {line}
      </p>
      {first && <p class="shot-first">{explain(first, locale.value).title}</p>}
    </>
  )
}
