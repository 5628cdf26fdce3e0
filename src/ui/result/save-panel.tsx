import type { JSX } from 'preact'
import { reset, save } from '../../state/actions'
import { locale, produced, profile, report, saveFailure, saving, type Made } from '../../state/store'
import { groupOf, summarise } from '../../state/summary'
import { formatValue } from '../../text'
import { explain } from '../../zhaojian'
import { failureAdvice } from '../common/failure-panel'
import { LinkIcon, SaveIcon, VerdictIcon } from '../common/icons'
import { ProgressBar } from '../common/progress-bar'
import { words } from '../text'
import { CropView } from './crop-view'

/** Makes the file, says what the made file itself is like, and what comes next. */
export function SavePanel(): JSX.Element | null {
  const text = words()
  const found = report.value
  if (!found) return null
  const made = produced.value
  const { toMend } = summarise(found)
  return (
    <section class="save">
      {made ? <MadeFile made={made} /> : found.crop ? <CropView crop={found.crop} /> : <p class="caution"><VerdictIcon verdict="warn" />{text.fileNoteNoCrop}</p>}
      {!made && found.crop && toMend.length > 0 && <p class="caution"><VerdictIcon verdict="warn" />{text.saveWarn}</p>}
      {saving.value && <ProgressBar loading={null} stage={text.saving} />}
      {saveFailure.value && (
        <div class="failure" role="alert"><VerdictIcon verdict="fail" /><div class="failure-words"><h3>{text.trouble[saveFailure.value.code]}</h3><p>{failureAdvice(saveFailure.value)}</p></div></div>
      )}
      <div class="buttons">
        <button type="button" class="button primary" data-action="save" disabled={saving.value || !found.crop} onClick={() => void save()}>
          <SaveIcon />{made ? text.saveAgain : toMend.length ? text.saveAnyway : text.save}
        </button>
        <button type="button" class="button" data-action="reset" onClick={reset}>{text.another}</button>
      </div>
      {made && <NextSteps />}
    </section>
  )
}

function MadeFile({ made }: { made: Made }): JSX.Element {
  const text = words()
  const { source, checks } = made.report
  const density = checks.find(({ id }) => id === 'file.density')
  const wrong = checks.filter(check => groupOf(check) === 'file' && check.verdict === 'fail')
  return (
    <div class="made" data-made>
      <h2><VerdictIcon verdict={wrong.length ? 'fail' : 'pass'} />{text.saved}</h2>
      <p class="file-name"><code>{made.fileName}</code></p>
      <dl class="facts">
        <div><dt>{text.factSize}</dt><dd class="numbers">{formatValue(source.bytes, 'bytes', locale.value)}</dd></div>
        <div><dt>{text.factPixels}</dt><dd class="numbers">{source.width} × {source.height}</dd></div>
        {density && density.value !== null && <div><dt>{text.factDensity}</dt><dd class="numbers">{formatValue(density.value, density.unit, locale.value)}</dd></div>}
        <div><dt>{text.factFormat}</dt><dd>{source.type === 'image/jpeg' ? 'JPEG' : source.type}</dd></div>
      </dl>
      {wrong.length === 0
        ? <p>{text.savedFine}</p>
        : <><p>{text.savedNotFine}</p><ul>{wrong.map(check => <li key={check.id}>{explain(check, locale.value).title}: {explain(check, locale.value).finding}</li>)}</ul></>}
      <p class="quiet hold-hint">{text.savedHold}</p>
      <img class="made-photo" src={made.url} alt={text.savedAlt} />
    </div>
  )
}

function NextSteps(): JSX.Element | null {
  const text = words()
  const { steps } = profile.value
  if (!steps.length) return null
  return (
    <div class="steps">
      <h2>{text.nextSteps}</h2>
      <ol>{steps.map(({ title, detail, url }) => (
        <li key={title.en}>
          <strong>{title[locale.value]}</strong>
          <p>{detail[locale.value]}</p>
          {url && <a href={url} target="_blank" rel="noopener noreferrer">{text.openLink}<LinkIcon /></a>}
        </li>
      ))}</ol>
    </div>
  )
}
