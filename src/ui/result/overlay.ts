import type { Check, Report, Verdict } from '../../contract/report'
import { CLAUSE_FRAME, type Point, type Rect } from '../../contract/space'
import type { Layer } from '../../state/store'

/** Draws on a photo what a report says of it. Coordinates are source pixels; lines and words keep their size on screen. */

// On a photo, light and dark pages look alike: one palette, each line with a white edge.
const INK: Readonly<Record<Verdict, string>> = { pass: '#12915a', warn: '#e08a00', fail: '#e0322a', unknown: '#66758a' }
const FRAME = '#0b6fb8'
const SHADE = 'rgb(8 24 38 / 0.55)'
const MARK: Readonly<Record<Verdict, string>> = { pass: '✓', warn: '!', fail: '✕', unknown: '?' }

const OUTLINED = new Set(['ears', 'eyebrows', 'eyes', 'mouth', 'glasses', 'headwear', 'occlusion', 'ornaments'])
const ruleOf = ({ id }: Check): string => id.split('.')[0]!

/** What a layer shows of a report. */
export function checksOf(layer: Layer, { checks }: Report): Check[] {
  const marked = checks.filter(({ regions }) => regions.length > 0)
  switch (layer) {
    case 'outlines': return marked.filter(check => OUTLINED.has(ruleOf(check)))
    case 'lighting': return marked.filter(check => ruleOf(check) === 'lighting' || ruleOf(check) === 'red-eye')
    case 'background': return marked.filter(check => ruleOf(check) === 'background' || ruleOf(check) === 'clothing')
    case 'frame': return []
  }
}

export interface OverlayWords { readonly headTop: string; readonly eyes: string; readonly width: string }

/** `context` is scaled so that one unit is one source pixel; `scale` is screen pixels per source pixel. Without `words` lines stay unnamed. */
export function drawOverlay(context: CanvasRenderingContext2D, report: Report, layers: ReadonlySet<Layer>, selected: Check | undefined, scale: number, words: OverlayWords | null): void {
  const pen = new Pen(context, scale)
  if (layers.has('frame') && report.crop) drawFrame(pen, report, report.crop, words)
  for (const layer of ['lighting', 'background'] as const) if (layers.has(layer)) for (const check of checksOf(layer, report)) pen.area(check)
  if (layers.has('outlines')) for (const check of checksOf('outlines', report)) pen.outline(check)
  if (selected?.regions.length) pen.spotlight(selected, report.source)
}

/** One check's places alone, for the close-up. */
export function drawPlaces(context: CanvasRenderingContext2D, { regions, verdict }: Check, scale: number): void {
  const pen = new Pen(context, scale)
  pen.stroke(pen.path(regions), INK[verdict], 2, verdict === 'pass' ? [] : [7, 5])
}

class Pen {
  constructor(readonly context: CanvasRenderingContext2D, readonly scale: number) {}

  px(screen: number): number { return screen / this.scale }

  path(polygons: readonly (readonly Point[])[]): Path2D {
    const path = new Path2D()
    for (const polygon of polygons) {
      polygon.forEach(({ x, y }, i) => { if (i) path.lineTo(x, y); else path.moveTo(x, y) })
      path.closePath()
    }
    return path
  }

  stroke(path: Path2D, colour: string, width: number, dash: readonly number[] = []): void {
    const { context } = this
    context.lineJoin = context.lineCap = 'round'
    context.setLineDash([])
    context.strokeStyle = 'rgb(255 255 255 / 0.85)'
    context.lineWidth = this.px(width + 2)
    context.stroke(path)
    context.setLineDash(dash.map(one => this.px(one)))
    context.strokeStyle = colour
    context.lineWidth = this.px(width)
    context.stroke(path)
    context.setLineDash([])
  }

  outline({ regions, verdict }: Check): void {
    // Broken lines for what is not right: colour is never the only sign.
    this.stroke(this.path(regions), INK[verdict], 1.6, verdict === 'pass' ? [] : [6, 4])
    if (verdict !== 'pass') this.badge(topOf(regions), verdict)
  }

  area({ regions, verdict }: Check): void {
    const path = this.path(regions)
    const { context } = this
    context.save()
    context.clip(path)
    context.fillStyle = `${INK[verdict]}30`
    context.fill(path)
    this.hatch(boundsOf(regions), INK[verdict])
    context.restore()
    this.stroke(path, INK[verdict], 1.2, verdict === 'pass' ? [] : [5, 4])
  }

  hatch({ x, y, width, height }: Rect, colour: string): void {
    const step = this.px(9)
    const lines = new Path2D()
    for (let along = x - height; along < x + width; along += step) { lines.moveTo(along, y + height); lines.lineTo(along + height, y) }
    this.context.strokeStyle = `${colour}90`
    this.context.lineWidth = this.px(1.2)
    this.context.stroke(lines)
  }

  /** All but the check's places is dimmed. */
  spotlight({ regions, verdict }: Check, { width, height }: { width: number; height: number }): void {
    const shade = this.path(regions)
    shade.rect(0, 0, width, height)
    this.context.fillStyle = 'rgb(8 24 38 / 0.45)'
    this.context.fill(shade, 'evenodd')
    this.stroke(this.path(regions), INK[verdict], 2.2)
    this.badge(topOf(regions), verdict)
  }

  badge({ x, y }: Point, verdict: Verdict): void {
    const { context } = this
    const radius = this.px(8)
    const at = { x, y: Math.max(radius, y - radius) }
    context.beginPath()
    context.arc(at.x, at.y, radius, 0, 2 * Math.PI)
    context.fillStyle = INK[verdict]
    context.fill()
    context.lineWidth = this.px(1.5)
    context.strokeStyle = '#fff'
    context.stroke()
    this.text(MARK[verdict], at.x, at.y, '#fff', 10, 'center')
  }

  text(words: string, x: number, y: number, colour: string, size: number, align: CanvasTextAlign): void {
    const { context } = this
    context.font = `600 ${this.px(size)}px system-ui, sans-serif`
    context.textAlign = align
    context.textBaseline = 'middle'
    context.fillStyle = colour
    context.fillText(words, x, y)
  }

  /** Words on a plate that no wall and no jacket makes unreadable. */
  plate(words: string, x: number, y: number, colour: string): void {
    const { context } = this
    context.font = `600 ${this.px(11)}px system-ui, sans-serif`
    const width = context.measureText(words).width + this.px(10), height = this.px(18)
    context.fillStyle = colour
    context.beginPath()
    context.roundRect(x, y - height / 2, width, height, this.px(4))
    context.fill()
    this.text(words, x + this.px(5), y + this.px(0.5), '#fff', 11, 'left')
  }
}

/** The crop frame, the bands that the profile allows, and the lines where the head stands. */
function drawFrame(pen: Pen, { checks, source }: Report, crop: Rect, words: OverlayWords | null): void {
  const { context } = pen
  const unit = crop.width / CLAUSE_FRAME.width
  const shade = new Path2D()
  shade.rect(0, 0, source.width, source.height)
  shade.rect(crop.x, crop.y, crop.width, crop.height)
  context.fillStyle = SHADE
  context.fill(shade, 'evenodd')
  const edge = new Path2D()
  edge.rect(crop.x, crop.y, crop.width, crop.height)
  pen.stroke(edge, FRAME, 1.6)

  const line = (id: string, label: string | undefined): number | null => {
    const check = checks.find(one => one.id === id)
    if (!check) return null
    const { min, max } = check.limits
    if (min !== undefined && max !== undefined) {
      context.fillStyle = `${FRAME}24`
      context.fillRect(crop.x, crop.y + min * unit, crop.width, (max - min) * unit)
    }
    if (typeof check.value !== 'number') return null
    const y = crop.y + check.value * unit
    const path = new Path2D()
    path.moveTo(crop.x, y)
    path.lineTo(crop.x + crop.width, y)
    pen.stroke(path, INK[check.verdict], 1.4)
    if (label !== undefined) pen.plate(`${label} ${Math.round(check.value)}`, crop.x + pen.px(4), y, INK[check.verdict])
    return y
  }
  line('geometry.head-top', words?.headTop)
  const eyes = line('geometry.eye-line', words?.eyes)
  if (eyes !== null) drawWidth(pen, checks, crop, eyes + 110 * unit, words?.width)
}

/** Cheek to cheek as a ruler under the eyes, with the least and the most that is allowed as ticks. */
function drawWidth(pen: Pen, checks: readonly Check[], crop: Rect, y: number, label: string | undefined): void {
  const width = checks.find(({ id }) => id === 'geometry.face-width')
  const centre = checks.find(({ id }) => id === 'geometry.centre')?.value
  if (typeof width?.value !== 'number') return
  const unit = crop.width / CLAUSE_FRAME.width
  const x = crop.x + crop.width / 2 + (typeof centre === 'number' ? centre * unit : 0)
  const ruler = new Path2D()
  ruler.moveTo(x - width.value * unit / 2, y)
  ruler.lineTo(x + width.value * unit / 2, y)
  for (const limit of [width.limits.min, width.limits.max]) {
    if (limit === undefined) continue
    for (const sign of [-1, 1]) {
      ruler.moveTo(x + sign * limit * unit / 2, y - pen.px(6))
      ruler.lineTo(x + sign * limit * unit / 2, y + pen.px(6))
    }
  }
  pen.stroke(ruler, INK[width.verdict], 1.4)
  if (label !== undefined) pen.plate(`${label} ${Math.round(width.value)}`, crop.x + pen.px(4), y, INK[width.verdict])
}

export function boundsOf(regions: readonly (readonly Point[])[]): Rect {
  const points = regions.flat()
  const xs = points.map(({ x }) => x), ys = points.map(({ y }) => y)
  const x = Math.min(...xs), y = Math.min(...ys)
  return { x, y, width: Math.max(...xs) - x, height: Math.max(...ys) - y }
}

function topOf(regions: readonly (readonly Point[])[]): Point {
  return regions.flat().reduce((top, point) => point.y < top.y ? point : top)
}
