import type { Check, Report } from '../../contract/report'
import type { Rect } from '../../contract/space'
import { findLayerChecks } from '../../report/overlay-layer'
import type { Layer } from '../../state/store'
import { VERDICT_COLOURS, OverlayPainter } from './overlay-painter'

/**
 * Draws on a photo what a report says of it. Coordinates are source pixels; lines and words keep their size on screen.
 */

const FRAME_COLOUR = '#0b6fb8'
const SHADE_COLOUR = 'rgb(8 24 38 / 0.55)'

/** What a layer shows of a report; the frame shows no check. */
export const selectLayerChecks = (layer: Layer, report: Report): Check[] =>
  layer === 'frame' ? [] : findLayerChecks(layer, report)

/** `context` is scaled so that one unit is one source pixel; `scale` is screen pixels per source pixel. */
export function drawOverlay(
  context: CanvasRenderingContext2D,
  report: Report,
  layers: ReadonlySet<Layer>,
  selected: Check | undefined,
  scale: number,
): void {
  const pen = new OverlayPainter(context, scale)
  if (layers.has('frame') && report.crop) drawFrame(pen, report, report.crop)
  for (const layer of ['lighting', 'background'] as const)
    if (layers.has(layer)) for (const check of selectLayerChecks(layer, report)) pen.drawArea(check)
  if (layers.has('outlines')) for (const check of selectLayerChecks('outlines', report)) pen.drawOutline(check)
  if (selected?.regions.length) pen.drawSpotlight(selected, report.source)
}

/** One check's places alone, for the close-up. */
export function drawRegions(context: CanvasRenderingContext2D, { regions, verdict }: Check, scale: number): void {
  const pen = new OverlayPainter(context, scale)
  pen.strokePath(pen.buildPath(regions), VERDICT_COLOURS[verdict], 2, verdict === 'pass' ? [] : [7, 5])
}

/** The crop frame; how the head stands in it is drawn on the crop itself (guides.ts). */
function drawFrame(pen: OverlayPainter, { source }: Report, crop: Rect): void {
  const shade = new Path2D()
  shade.rect(0, 0, source.width, source.height)
  shade.rect(crop.x, crop.y, crop.width, crop.height)
  pen.context.fillStyle = SHADE_COLOUR
  pen.context.fill(shade, 'evenodd')
  const edge = new Path2D()
  edge.rect(crop.x, crop.y, crop.width, crop.height)
  pen.strokePath(edge, FRAME_COLOUR, 1.6)
}
