import type { JSX } from 'preact'
import { useEffect, useState } from 'preact/hooks'
import type { Report } from '../../contract/report'
import { buildReportDocument, buildReportSheet } from '../../report-file/document'
import type { ReportContent } from '../../report-file/content'
import { downloadBlob } from '../../state/download'
import { computeSha256 } from '../../state/sha256'
import { locale, photo, produced, type Photo } from '../../state/store'
import { isPending } from '../../report/summary'
import style from '../../styles/report.css?inline'
import { PrintIcon, ReportIcon } from '../common/icons'
import { getPageText } from '../text'
import { clearSheet, printSheet } from './print-sheet'
import { buildReportContent } from './report-content'
import { drawReportPictures } from './report-pictures'

/** The result as a file or on paper, for the studio. */
export function ReportPanel({ found }: { found: Report }): JSX.Element | null {
  const text = getPageText()
  const [state, setState] = useState<'idle' | 'making' | 'failed'>('idle')
  const shown = photo.value
  // A sheet of another result or language must not be printed later.
  useEffect(() => clearSheet, [found, produced.value, locale.value])
  if (!shown) return null
  const make = async (use: (content: ReportContent, stem: string) => Promise<void> | void): Promise<void> => {
    setState('making')
    try {
      await use(await loadReportContent(found, shown), shown.name?.replace(/\.[^.]*$/, '') || text.report.unnamed)
      setState('idle')
    } catch (error) {
      console.error(error)
      setState('failed')
    }
  }
  const save = (content: ReportContent, stem: string): void =>
    downloadBlob(
      new Blob([buildReportDocument(content, style)], { type: 'text/html' }),
      `${text.report.fileName(stem)}.html`,
    )
  const print = (content: ReportContent, stem: string): Promise<void> =>
    printSheet(buildReportSheet(content).text, style, text.report.fileName(stem))
  const busy = state === 'making' || found.checks.some(isPending)
  return (
    <section class="report-panel">
      <h2>{text.report.offer}</h2>
      <p class="quiet">{text.report.offerMore}</p>
      <div class="buttons">
        <button type="button" class="button" data-action="report-save" disabled={busy} onClick={() => void make(save)}>
          <ReportIcon />
          {text.report.save}
        </button>
        <button
          type="button"
          class="button"
          data-action="report-print"
          disabled={busy}
          onClick={() => void make(print)}
        >
          <PrintIcon />
          {text.report.print}
        </button>
      </div>
      <p role="status" class="quiet">
        {state === 'making' ? text.report.making : state === 'failed' ? text.report.failed : ''}
      </p>
    </section>
  )
}

async function loadReportContent(found: Report, { blob, url, name }: Photo): Promise<ReportContent> {
  const made = produced.value
  const when = new Intl.DateTimeFormat(locale.value, { dateStyle: 'long', timeStyle: 'short' }).format(new Date())
  const [pictures, sha256, madeSha256] = await Promise.all([
    drawReportPictures(url, found),
    computeSha256(blob),
    made && computeSha256(made.jpeg),
  ])
  return buildReportContent(found, {
    pictures,
    checked: { name, sha256 },
    made: made && { file: made, sha256: madeSha256 },
    when,
  })
}
