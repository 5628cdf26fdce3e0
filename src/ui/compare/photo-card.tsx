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

interface Props {
  readonly shot: PhotoEntry
  readonly number: number
  /** Why it is the best photo; null for all others. */
  readonly best: string | null
  readonly isNext: boolean
}

/** One of the compared photos: its crop, its verdict, and the button that opens its result. */
export function PhotoCard({ shot, number, best, isNext }: Props): JSX.Element {
  const { compare } = getPageText()
  const { id, photo, failure, checked, thumbnail } = shot
  useThumbnail(shot)
  const remove = (): void => {
    removePhoto(id)
    // The focused button is removed with its card: keyboard users continue at the heading.
    document.querySelector<HTMLElement>('.compare h1')?.focus()
  }
  const name = compare.number(number)
  return (
    <li class={`shot${best ? ' is-best' : ''}`} data-shot={failure ? 'failed' : checked ? 'done' : 'waiting'}>
      <div class="shot-picture">
        {thumbnail ? <img src={thumbnail} alt="" /> : <PhotoIcon />}
        <span class="shot-number" aria-hidden="true">
          {number}
        </span>
      </div>
      <div class="shot-words">
        <CardTitle shot={shot} name={name} />
        {photo.name !== null && <p class="shot-name">{photo.name}</p>}
        <PhotoStatus shot={shot} isNext={isNext} />
        {failure && <p class="quiet">{getFailureAdvice(failure)}</p>}
        {best && <BestNote advantage={best} />}
      </div>
      <button type="button" class="shot-remove" aria-label={compare.remove(name)} onClick={remove}>
        <CloseIcon />
      </button>
    </li>
  )
}

/** Makes the thumbnail once the photo is checked. */
function useThumbnail({ id, photo, report, checked, thumbnail }: PhotoEntry): void {
  useEffect(() => {
    if (checked && report && thumbnail === null)
      createThumbnailUrl(photo.url, report).then(
        url => storeThumbnail(id, url),
        () => {},
      )
  }, [checked, report])
}

function CardTitle({ shot: { id, report }, name }: { shot: PhotoEntry; name: string }): JSX.Element {
  if (!report) return <h2>{name}</h2>
  return (
    <h2>
      <button
        type="button"
        class="shot-open"
        aria-label={getPageText().compare.open(name)}
        onClick={() => openPhoto(id)}
      >
        {name}
      </button>
    </h2>
  )
}

function BestNote({ advantage }: { advantage: string }): JSX.Element {
  return (
    <p class="shot-best">
      <StarIcon />
      <span>
        <strong>{getPageText().compare.best}</strong>
        {advantage}
      </span>
    </p>
  )
}

function PhotoStatus({ shot, isNext }: { shot: PhotoEntry; isNext: boolean }): JSX.Element {
  const text = getPageText()
  const { failure, report } = shot
  if (failure) {
    return (
      <p class="shot-verdict">
        <VerdictIcon verdict="fail" />
        {text.failureTitles[failure.code]}
      </p>
    )
  }
  if (report) return <Finding report={report} />
  return <p class="shot-verdict quiet">{isNext ? text.compare.checking : text.compare.waiting}</p>
}

/** The overall verdict, and the first check to fix or to look at. */
function Finding({ report }: { report: Report }): JSX.Element {
  const { compare } = getPageText()
  const { toMend, unchecked, unknown, pending } = summarise(report)
  const sign: Verdict = getOverallVerdict(report)
  const line = toMend.length
    ? compare.toMend(toMend.length)
    : pending.length
      ? compare.looking
      : unchecked.length
        ? compare.unknown(unchecked.length)
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
