import type { JSX } from 'preact'
import type { Check, Report } from '../../contract/report'
import { locale, type ProducedPhoto } from '../../state/store'
import { getRuleGroup } from '../../report/summary'
import { formatValue } from '../../text'
import { explain } from '../../zhaojian'
import { VerdictIcon } from '../common/icons'
import { getPageText } from '../text'

/** Properties of the produced file, as read from it. */
export function ProducedPhotoCard({ made }: { made: ProducedPhoto }): JSX.Element {
  const text = getPageText()
  const wrong = made.report.checks.filter(check => getRuleGroup(check) === 'file' && check.verdict === 'fail')
  return (
    <div class="made" data-made>
      <h2>
        <VerdictIcon verdict={wrong.length ? 'fail' : 'pass'} />
        {text.saved}
      </h2>
      <div class="made-facts">
        <img class="made-photo" src={made.url} alt={text.savedAlt} />
        <div>
          <p class="file-name">
            <code>{made.fileName}</code>
          </p>
          <FileFacts report={made.report} />
        </div>
      </div>
      {wrong.length === 0 ? <p>{text.savedFine}</p> : <FaultyChecks checks={wrong} />}
      <p class="quiet hold-hint">{text.savedHold}</p>
    </div>
  )
}

function FileFacts({ report: { source, checks } }: { report: Report }): JSX.Element {
  const text = getPageText()
  const density = checks.find(({ id }) => id === 'file.density')
  return (
    <dl class="facts">
      <div>
        <dt>{text.factSize}</dt>
        <dd class="numbers">{formatValue(source.bytes, 'bytes', locale.value)}</dd>
      </div>
      <div>
        <dt>{text.factPixels}</dt>
        <dd class="numbers">
          {source.width} × {source.height}
        </dd>
      </div>
      {density && density.value !== null && (
        <div>
          <dt>{text.factDensity}</dt>
          <dd class="numbers">{formatValue(density.value, density.unit, locale.value)}</dd>
        </div>
      )}
      <div>
        <dt>{text.factFormat}</dt>
        <dd>{source.type === 'image/jpeg' ? 'JPEG' : source.type}</dd>
      </div>
    </dl>
  )
}

function FaultyChecks({ checks }: { checks: readonly Check[] }): JSX.Element {
  return (
    <>
      <p>{getPageText().savedNotFine}</p>
      <ul>
        {checks.map(check => (
          <li key={check.id}>
            {explain(check, locale.value).title}: {explain(check, locale.value).finding}
          </li>
        ))}
      </ul>
    </>
  )
}
