import type { Check, Report } from '../../contract/report'
import { CLAUSE_FRAME, type Rect } from '../../contract/space'
import { VERDICT_COLOURS, type OverlayPainter } from './overlay-painter'

/**
 * Draws the head's position in the crop and the bands that the profile allows; faint, so that the picture stays
 * visible.
 */

export interface GuideLabels {
  readonly headTop: string
  readonly eyes: string
  readonly width: string
}

const BAND_COLOUR = 'rgb(255 255 255 / 0.13)'
const EDGE_COLOUR = 'rgb(255 255 255 / 0.55)'

type FindCheck = (id: string) => Check | undefined

export function drawGuides(pen: OverlayPainter, { checks }: Report, crop: Rect, labels: GuideLabels): void {
  const findCheck: FindCheck = id => checks.find(check => check.id === id)
  drawHeight(pen, crop, findCheck('geometry.head-top'), labels.headTop)
  drawHeight(pen, crop, findCheck('geometry.eye-line'), labels.eyes)
  drawFaceWidth(pen, crop, findCheck, labels.width)
}

/** A horizontal line across the crop at a measured height, with its allowed band. */
function drawHeight(pen: OverlayPainter, crop: Rect, check: Check | undefined, label: string): void {
  if (!check) return
  const unit = crop.width / CLAUSE_FRAME.width
  const { min, max } = check.limits
  if (min !== undefined && max !== undefined)
    drawBand(pen, { x: crop.x, y: crop.y + min * unit, width: crop.width, height: (max - min) * unit }, 'across')
  if (typeof check.value !== 'number') return
  const y = crop.y + check.value * unit
  drawMeasurement(pen, check, { left: crop.x, right: crop.x + crop.width, y }, { words: label, left: crop.x })
}

/** The face width as a ruler under the eyes, with the allowed minimum and maximum on both sides. */
function drawFaceWidth(pen: OverlayPainter, crop: Rect, findCheck: FindCheck, label: string): void {
  const width = findCheck('geometry.face-width')
  const eyes = findCheck('geometry.eye-line')?.value
  const centre = findCheck('geometry.centre')?.value
  if (typeof width?.value !== 'number' || typeof eyes !== 'number') return
  const unit = crop.width / CLAUSE_FRAME.width
  const x = crop.x + crop.width / 2 + (typeof centre === 'number' ? centre * unit : 0)
  const y = crop.y + (eyes + 110) * unit
  const { min, max } = width.limits
  if (min !== undefined && max !== undefined) {
    const tall = 44 * unit
    const wide = ((max - min) * unit) / 2
    for (const left of [x - (max * unit) / 2, x + (min * unit) / 2])
      drawBand(pen, { x: left, y: y - tall / 2, width: wide, height: tall }, 'down')
  }
  const half = (width.value * unit) / 2
  drawMeasurement(pen, width, { left: x - half, right: x + half, y }, { words: label, left: crop.x })
}

function drawBand(pen: OverlayPainter, { x, y, width, height }: Rect, edges: 'across' | 'down'): void {
  const { context } = pen
  context.fillStyle = BAND_COLOUR
  context.fillRect(x, y, width, height)
  context.strokeStyle = EDGE_COLOUR
  context.lineWidth = pen.toSourcePixels(1)
  context.setLineDash([pen.toSourcePixels(4), pen.toSourcePixels(4)])
  context.beginPath()
  if (edges === 'across')
    for (const at of [y, y + height]) {
      context.moveTo(x, at)
      context.lineTo(x + width, at)
    }
  else
    for (const at of [x, x + width]) {
      context.moveTo(at, y)
      context.lineTo(at, y + height)
    }
  context.stroke()
  context.setLineDash([])
}

interface HorizontalLine {
  readonly left: number
  readonly right: number
  readonly y: number
}

function drawMeasurement(
  pen: OverlayPainter,
  { verdict, value }: Check,
  { left, right, y }: HorizontalLine,
  label: { readonly words: string; readonly left: number },
): void {
  const colour = VERDICT_COLOURS[verdict]
  const path = new Path2D()
  path.moveTo(left, y)
  path.lineTo(right, y)
  pen.context.save()
  // Draw passed checks fainter.
  pen.context.globalAlpha = verdict === 'pass' ? 0.6 : 1
  pen.strokePath(path, colour, 1)
  pen.context.globalAlpha = verdict === 'pass' ? 0.85 : 1
  const words = `${label.words} ${Math.round(value as number)}`.trim()
  pen.drawLabel(words, label.left + pen.toSourcePixels(4), y, colour)
  pen.context.restore()
}
