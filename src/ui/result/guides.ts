import type { Check, Report } from '../../contract/report'
import { CLAUSE_FRAME, type Rect } from '../../contract/space'
import { VERDICT_COLOURS, OverlayPainter } from './overlay-painter'

/**
 * Where the head stands in the crop, and the bands that the profile allows: faint, since the picture is what counts.
 */

export interface GuideLabels {
  readonly headTop: string
  readonly eyes: string
  readonly width: string
}

const BAND_COLOUR = 'rgb(255 255 255 / 0.13)'
const EDGE_COLOUR = 'rgb(255 255 255 / 0.55)'

/** `context` is scaled and shifted so that one unit is one source pixel; `scale` is screen pixels per source pixel. */
export function drawGuides(
  context: CanvasRenderingContext2D,
  { checks }: Report,
  crop: Rect,
  scale: number,
  words: GuideLabels,
): void {
  const pen = new OverlayPainter(context, scale)
  const unit = crop.width / CLAUSE_FRAME.width
  const find = (id: string): Check | undefined => checks.find(check => check.id === id)
  const line = (check: Check | undefined, label: string): void => {
    if (!check) return
    const { min, max } = check.limits
    if (min !== undefined && max !== undefined)
      drawBand(pen, { x: crop.x, y: crop.y + min * unit, width: crop.width, height: (max - min) * unit }, 'across')
    if (typeof check.value !== 'number') return
    const y = crop.y + check.value * unit
    drawMeasurement(
      pen,
      check,
      [
        [crop.x, y],
        [crop.x + crop.width, y],
      ],
      label,
      crop.x,
    )
  }
  line(find('geometry.head-top'), words.headTop)
  const eyes = find('geometry.eye-line')
  line(eyes, words.eyes)
  if (typeof eyes?.value === 'number')
    drawFaceWidth(
      pen,
      find('geometry.face-width'),
      find('geometry.centre'),
      crop,
      crop.y + (eyes.value + 110) * unit,
      words.width,
    )
}

/** Cheek to cheek as a ruler under the eyes, between the least and the most that is allowed on either side. */
function drawFaceWidth(
  pen: OverlayPainter,
  width: Check | undefined,
  centre: Check | undefined,
  crop: Rect,
  y: number,
  label: string,
): void {
  if (typeof width?.value !== 'number') return
  const unit = crop.width / CLAUSE_FRAME.width
  const x = crop.x + crop.width / 2 + (typeof centre?.value === 'number' ? centre.value * unit : 0)
  const { min, max } = width.limits
  if (min !== undefined && max !== undefined) {
    const tall = 44 * unit,
      wide = ((max - min) * unit) / 2
    for (const left of [x - (max * unit) / 2, x + (min * unit) / 2])
      drawBand(pen, { x: left, y: y - tall / 2, width: wide, height: tall }, 'down')
  }
  drawMeasurement(
    pen,
    width,
    [
      [x - (width.value * unit) / 2, y],
      [x + (width.value * unit) / 2, y],
    ],
    label,
    crop.x,
  )
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

function drawMeasurement(
  pen: OverlayPainter,
  { verdict, value }: Check,
  [from, to]: readonly [readonly [number, number], readonly [number, number]],
  label: string,
  left: number,
): void {
  const path = new Path2D()
  path.moveTo(...from)
  path.lineTo(...to)
  pen.context.save()
  // What is right stays in the background.
  pen.context.globalAlpha = verdict === 'pass' ? 0.6 : 1
  pen.strokePath(path, VERDICT_COLOURS[verdict], 1)
  pen.context.globalAlpha = verdict === 'pass' ? 0.85 : 1
  pen.drawLabel(
    `${label} ${Math.round(value as number)}`.trim(),
    left + pen.toSourcePixels(4),
    from[1],
    VERDICT_COLOURS[verdict],
  )
  pen.context.restore()
}
