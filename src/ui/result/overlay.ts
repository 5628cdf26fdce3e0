import type { Check, Report } from '../../contract/report'
import type { Rect } from '../../contract/space'
import { findLayerChecks } from '../../report/overlay-layer'
import type { Layer } from '../../state/store'
import { VERDICT_COLOURS, type OverlayPainter } from './overlay-painter'

/** Draws the findings of a report on its photo. */

const FRAME_COLOUR = '#0b6fb8'
const SHADE_COLOUR = 'rgb(8 24 38 / 0.55)'

/** The checks that a layer shows; the frame layer shows none. */
export const selectLayerChecks = (layer: Layer, report: Report): Check[] =>
  layer === 'frame' ? [] : findLayerChecks(layer, report)

export function drawOverlay(
  pen: OverlayPainter,
  report: Report,
  layers: ReadonlySet<Layer>,
  selected: Check | undefined,
): void {
  if (layers.has('frame') && report.crop) drawFrame(pen, report, report.crop)
  for (const layer of ['lighting', 'background'] as const)
    if (layers.has(layer)) for (const check of selectLayerChecks(layer, report)) pen.drawArea(check)
  if (layers.has('outlines')) for (const check of selectLayerChecks('outlines', report)) pen.drawOutline(check)
  if (selected?.regions.length) pen.drawSpotlight(selected, report.source)
}

/** Draws the regions of one check, for the close-up. */
export function drawRegions(pen: OverlayPainter, { regions, verdict }: Check): void {
  pen.strokePath(pen.buildPath(regions), VERDICT_COLOURS[verdict], 2, verdict === 'pass' ? [] : [7, 5])
}

/** Draws the crop frame; the head's position in it is drawn on the crop (guides.ts). */
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
