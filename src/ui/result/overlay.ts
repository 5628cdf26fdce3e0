import { ruleOf } from '../../contract/check-id'
import type { Check, Report } from '../../contract/report'
import type { Rect } from '../../contract/space'
import type { Layer } from '../../state/store'
import { INK, Pen } from './pen'

/**
 * Draws on a photo what a report says of it. Coordinates are source pixels; lines and words keep their size on screen.
 */

const FRAME = '#0b6fb8'
const SHADE = 'rgb(8 24 38 / 0.55)'

const OUTLINED = new Set(['ears', 'eyebrows', 'eyes', 'mouth', 'glasses', 'headwear', 'occlusion', 'ornaments'])

/** What a layer shows of a report. */
export function checksOf(layer: Layer, { checks }: Report): Check[] {
  const marked = checks.filter(({ regions }) => regions.length > 0)
  switch (layer) {
    case 'outlines':
      return marked.filter(({ id }) => OUTLINED.has(ruleOf(id)))
    case 'lighting':
      return marked.filter(({ id }) => ruleOf(id) === 'lighting' || ruleOf(id) === 'red-eye')
    case 'background':
      return marked.filter(({ id }) => ruleOf(id) === 'background' || ruleOf(id) === 'clothing')
    case 'frame':
      return []
  }
}

/** `context` is scaled so that one unit is one source pixel; `scale` is screen pixels per source pixel. */
export function drawOverlay(
  context: CanvasRenderingContext2D,
  report: Report,
  layers: ReadonlySet<Layer>,
  selected: Check | undefined,
  scale: number,
): void {
  const pen = new Pen(context, scale)
  if (layers.has('frame') && report.crop) drawFrame(pen, report, report.crop)
  for (const layer of ['lighting', 'background'] as const)
    if (layers.has(layer)) for (const check of checksOf(layer, report)) pen.area(check)
  if (layers.has('outlines')) for (const check of checksOf('outlines', report)) pen.outline(check)
  if (selected?.regions.length) pen.spotlight(selected, report.source)
}

/** One check's places alone, for the close-up. */
export function drawPlaces(context: CanvasRenderingContext2D, { regions, verdict }: Check, scale: number): void {
  const pen = new Pen(context, scale)
  pen.stroke(pen.path(regions), INK[verdict], 2, verdict === 'pass' ? [] : [7, 5])
}

/** The crop frame; how the head stands in it is drawn on the crop itself (guides.ts). */
function drawFrame(pen: Pen, { source }: Report, crop: Rect): void {
  const shade = new Path2D()
  shade.rect(0, 0, source.width, source.height)
  shade.rect(crop.x, crop.y, crop.width, crop.height)
  pen.context.fillStyle = SHADE
  pen.context.fill(shade, 'evenodd')
  const edge = new Path2D()
  edge.rect(crop.x, crop.y, crop.width, crop.height)
  pen.stroke(edge, FRAME, 1.6)
}
