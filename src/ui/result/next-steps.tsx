import type { JSX } from 'preact'
import { locale, profile } from '../../state/store'
import { LinkIcon } from '../common/icons'
import { RefusalList } from '../common/refusal-list'
import { getPageText } from '../text'
import { Fold } from './fold'

/** The school's next steps and what it refuses, collapsed until the file is produced; either may be unknown. */
export function NextSteps({ open }: { open: boolean }): JSX.Element | null {
  const text = getPageText()
  const { steps, refuses } = profile.value
  if (!steps.length && !refuses.length) return null
  return (
    <Fold
      className="next"
      open={open}
      summary={
        <>
          <h2>{steps.length ? text.nextSteps : text.refuses}</h2>
          {steps.length > 0 && <span class="quiet">{text.result.nextHint}</span>}
        </>
      }
    >
      {steps.length > 0 && <StepList />}
      {refuses.length > 0 && (
        <div class="refuses">
          {steps.length > 0 && <h3>{text.result.refusesToo}</h3>}
          <RefusalList />
        </div>
      )}
    </Fold>
  )
}

function StepList(): JSX.Element {
  return (
    <div class="steps">
      <ol>
        {profile.value.steps.map(({ title, detail, url }) => (
          <li key={title.en}>
            <strong>{title[locale.value]}</strong>
            <p>{detail[locale.value]}</p>
            {url && (
              <a href={url} target="_blank" rel="noopener noreferrer">
                {getPageText().openLink}
                <LinkIcon />
              </a>
            )}
          </li>
        ))}
      </ol>
    </div>
  )
}
