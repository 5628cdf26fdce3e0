import type { JSX } from 'preact'
import type { Check, Report } from '../../contract/report'
import { locale, type ProducedPhoto } from '../../state/store'
import { getRuleGroup } from '../../report/summary'
import { COMMON_TEXT, formatValue } from '../../text'
import { describeCheck, explain } from '../../zhaojian'
import { givenTo, savingWay } from '../../state/give-file'
import { CopyButton } from '../common/copy-button'
import { CopyLink } from '../common/copy-link'
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
      <div class={`made-facts made-${savingWay.value}`}>
        <img class="made-photo" src={made.url} alt={text.savedAlt} />
        <p class="given" role="status" data-given={givenTo.value ?? undefined}>
          {givenTo.value && text.result.given[givenTo.value]}
        </p>
        <div class="made-words">
          <p class="file-name">
            <code>{made.fileName}</code>
            <CopyButton
              label={text.result.copyName}
              text={made.fileName}
              done={text.result.copied}
              failed={text.result.notCopied}
              action="copy-name"
            />
          </p>
          <FileFacts report={made.report} />
        </div>
      </div>
      {wrong.length === 0 ? <p>{text.savedFine}</p> : <FaultyChecks checks={wrong} />}
      {made.outside !== null && <OutsideNote check={made.outside} />}
      {savingWay.value === 'hold' && (
        <p class="quiet">
          {text.result.holdElse} <CopyLink />
        </p>
      )}
    </div>
  )
}

/** The general limit that the file is outside of. */
function OutsideNote({ check }: { check: string }): JSX.Element {
  const title = describeCheck(check, locale.value)?.title ?? check
  return (
    <p class="caution" data-outside={check}>
      <VerdictIcon verdict="warn" />
      {getPageText().result.outsideMade(title)}
    </p>
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
            {explain(check, locale.value).title}
            {COMMON_TEXT[locale.value].colon}
            {explain(check, locale.value).finding}
          </li>
        ))}
      </ul>
    </>
  )
}
