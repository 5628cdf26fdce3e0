import type { JSX } from 'preact'
import { locale, profile } from '../../state/store'
import { LinkIcon, VerdictIcon } from '../common/icons'
import { getPageText } from '../text'
import { Fold } from './fold'

/** What this school wants after the file: folded until the file is made. */
export function NextSteps({ open }: { open: boolean }): JSX.Element | null {
  const text = getPageText()
  const { steps, refuses } = profile.value
  if (!steps.length) return null
  return (
    <Fold
      className="next"
      open={open}
      summary={
        <>
          <h2>{text.nextSteps}</h2>
          <span class="quiet">{text.result.nextHint}</span>
        </>
      }
    >
      <div class="steps">
        <ol>
          {steps.map(({ title, detail, url }) => (
            <li key={title.en}>
              <strong>{title[locale.value]}</strong>
              <p>{detail[locale.value]}</p>
              {url && (
                <a href={url} target="_blank" rel="noopener noreferrer">
                  {text.openLink}
                  <LinkIcon />
                </a>
              )}
            </li>
          ))}
        </ol>
      </div>
      {refuses.length > 0 && (
        <div class="refuses">
          <h3>{text.result.refusesToo}</h3>
          <ul>
            {refuses.map(one => (
              <li key={one.en}>
                <VerdictIcon verdict="fail" />
                {one[locale.value]}
              </li>
            ))}
          </ul>
        </div>
      )}
    </Fold>
  )
}
