import type { JSX } from 'preact'
import type { Report } from '../../contract/report'
import { saveOutside } from '../../state/actions'
import { hasHost } from '../../state/embedding'
import { isSaving, locale } from '../../state/store'
import { formatValue } from '../../text'
import { explainCheck } from '../common/explain-check'
import { SaveIcon, VerdictIcon } from '../common/icons'
import { getPageText } from '../text'
import { formatRange } from './format-range'

type Shortage = NonNullable<Report['shortage']>
const SIDES = ['top', 'right', 'bottom', 'left'] as const

/** Why nothing can be saved, and what would have to change. */
export function NoCropPanel({ report }: { report: Report }): JSX.Element {
  const { result: text, fileNoteNoCrop } = getPageText()
  const { shortage } = report
  const lines = shortage ? describeShortage(shortage, report.source) : []
  return (
    <div class="no-crop" data-no-crop>
      <p class="caution">
        <VerdictIcon verdict="warn" />
        {fileNoteNoCrop}
      </p>
      {lines.length > 0 ? (
        <>
          <h2>{text.noCropTitle}</h2>
          <ul>
            {lines.map(line => (
              <li key={line}>{line}</li>
            ))}
          </ul>
        </>
      ) : (
        <p>{text.noCropOther}</p>
      )}
      {shortage?.outside && !hasHost.value && <OutsideOffer report={report} outside={shortage.outside} />}
    </div>
  )
}

function describeShortage({ room, pixels, hairTooHigh }: Shortage, { width, height }: Report['source']): string[] {
  const { result: text } = getPageText()
  const size = (across: number, down: number): string => `${across}×${down}`
  const lines: string[] = []
  if (pixels)
    lines.push(
      text.missingPixels(size(pixels.width, pixels.height), size(pixels.minWidth, pixels.minHeight)),
      text.missingPixelsAdvice,
    )
  if (hairTooHigh) lines.push(text.hairTooHigh, text.hairTooHighAdvice)
  if (room) {
    for (const side of SIDES.filter(side => room[side] > 0)) {
      const whole = side === 'top' || side === 'bottom' ? height : width
      lines.push(text.missingRoom(side, room[side], Math.max(1, Math.round((100 * room[side]) / whole))))
    }
    if (room.topAtLeast) lines.push(text.missingAbove)
    lines.push(text.missingRoomAdvice)
  }
  return lines
}

function OutsideOffer({
  report,
  outside,
}: {
  report: Report
  outside: NonNullable<Shortage['outside']>
}): JSX.Element | null {
  const { result: text } = getPageText()
  const check = report.checks.find(({ id }) => id === outside.check)
  if (!check || outside.value === null) return null
  const { title } = explainCheck(check, report)
  const value = formatValue(outside.value, check.unit, locale.value)
  return (
    <div class="outside">
      <p>{text.outsideOffer(title, value, formatRange(check) ?? '')}</p>
      <button
        type="button"
        class="button"
        data-action="save-outside"
        disabled={isSaving.value}
        onClick={() => void saveOutside()}
      >
        <SaveIcon />
        {text.outsideSave}
      </button>
    </div>
  )
}
