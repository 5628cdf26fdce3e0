import type { JSX } from 'preact'
import { useEffect, useState } from 'preact/hooks'
import type { Report } from '../../contract/report'
import { buildReportDocument, buildReportSheet } from '../../report-file/document'
import type { ReportContent } from '../../report-file/content'
import { downloadBlob } from '../../state/download'
import { savingWay } from '../../state/give-file'
import type { SavingWay } from '../../state/saving-way'
import { computeSha256 } from '../../state/sha256'
import { locale, photo, produced, type Photo } from '../../state/store'
import { isPending } from '../../report/summary'
import style from '../../styles/report.css?inline'
import { CopyLink } from '../common/copy-link'
import { PrintIcon, ReportIcon } from '../common/icons'
import { getPageText } from '../text'
import { clearSheet, printSheet } from './print-sheet'
import { buildReportContent } from './report-content'
import { drawReportPictures } from './report-pictures'

/** Offers the report for saving or printing, for a photo studio. */
export function ReportPanel({ found }: { found: Report }): JSX.Element | null {
  const text = getPageText().report
  const { state, make } = useReport(found)
  // Avoids printing an outdated sheet of another result or language later.
  useEffect(() => clearSheet, [found, produced.value, locale.value])
  if (!photo.value) return null
  const isBusy = state === 'making' || found.checks.some(isPending)
  return (
    <section class="report-panel">
      <h2>{text.offer}</h2>
      <p class="quiet">{text.offerMore}</p>
      <div class="buttons">
        <button
          type="button"
          class="button"
          data-action="report-save"
          disabled={isBusy}
          onClick={() => void make(saveReport)}
        >
          <ReportIcon />
          {text.save}
        </button>
        <button
          type="button"
          class="button"
          data-action="report-print"
          disabled={isBusy}
          onClick={() => void make(printReport)}
        >
          <PrintIcon />
          {text.print}
        </button>
      </div>
      <p role="status" class="quiet" data-report={state}>
        {describeState(state)}
      </p>
      {(state === 'hold' || state === 'not-printed') && savingWay.value === 'hold' && <CopyLink />}
    </section>
  )
}

/** What has become of the report; a way of saving where it was given that way. */
type ReportState = 'idle' | 'making' | 'failed' | 'printing' | 'not-printed' | SavingWay

function describeState(state: ReportState): string {
  const { report: text } = getPageText()
  switch (state) {
    case 'idle':
    case 'printing':
      return ''
    case 'making':
      return text.making
    case 'failed':
      return text.failed
    case 'not-printed':
      return text.notPrinted
    default:
      return text.given[state]
  }
}

type UseReport = (content: ReportContent, stem: string) => Promise<ReportState> | ReportState

interface ReportMaking {
  readonly state: ReportState
  readonly make: (use: UseReport) => Promise<void>
}

/** Builds the report of the open photo and passes it to `use` with the stem of the photo's file name. */
function useReport(found: Report): ReportMaking {
  const [state, setState] = useState<ReportState>('idle')
  const openPhoto = photo.value
  const make = async (use: UseReport): Promise<void> => {
    if (!openPhoto) return
    setState('making')
    try {
      const stem = openPhoto.name?.replace(/\.[^.]*$/, '') || getPageText().report.unnamed
      setState(await use(await loadReportContent(found, openPhoto), stem))
    } catch (error) {
      console.error(error)
      setState('failed')
    }
  }
  return { state, make }
}

const getFileName = (stem: string): string => getPageText().report.fileName(stem)

function saveReport(content: ReportContent, stem: string): ReportState {
  // No picture: it can't be held to be saved, and the app around the page blocks the download.
  if (savingWay.value === 'hold') return 'hold'
  const document = new Blob([buildReportDocument(content, style)], { type: 'text/html' })
  downloadBlob(document, `${getFileName(stem)}.html`)
  return savingWay.value
}

async function printReport(content: ReportContent, stem: string): Promise<ReportState> {
  const isOpen = await printSheet(buildReportSheet(content).text, style, getFileName(stem))
  return isOpen ? 'printing' : 'not-printed'
}

async function loadReportContent(found: Report, { blob, url, name }: Photo): Promise<ReportContent> {
  const producedPhoto = produced.value
  const madeOn = new Intl.DateTimeFormat(locale.value, { dateStyle: 'long', timeStyle: 'short' }).format(new Date())
  const [pictures, sha256, madeSha256] = await Promise.all([
    drawReportPictures(url, found),
    computeSha256(blob),
    producedPhoto && computeSha256(producedPhoto.jpeg),
  ])
  return buildReportContent(found, {
    pictures,
    checked: { name, sha256 },
    made: producedPhoto && { file: producedPhoto, sha256: madeSha256 },
    when: madeOn,
  })
}
