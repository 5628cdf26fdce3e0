import type { Check, Verdict } from '../../contract/report'
import type { Point, Rect } from '../../contract/space'

/** Draws strokes, areas and signs on a photo. Coordinates are source pixels; line widths and text are screen pixels. */

// One palette for light and dark theme, because the background is the photo. Each line has a white edge.
export const VERDICT_COLOURS: Readonly<Record<Verdict, string>> = {
  pass: '#12915a',
  warn: '#e08a00',
  fail: '#e0322a',
  unknown: '#66758a',
}
const VERDICT_SIGNS: Readonly<Record<Verdict, string>> = { pass: '✓', warn: '!', fail: '✕', unknown: '?' }

export class OverlayPainter {
  /** `context` is scaled so that one unit is one source pixel; `scale` is screen pixels per source pixel. */
  constructor(
    readonly context: CanvasRenderingContext2D,
    readonly scale: number,
  ) {}

  toSourcePixels(screen: number): number {
    return screen / this.scale
  }

  buildPath(polygons: readonly (readonly Point[])[]): Path2D {
    const path = new Path2D()
    for (const polygon of polygons) {
      polygon.forEach(({ x, y }, i) => {
        if (i) path.lineTo(x, y)
        else path.moveTo(x, y)
      })
      path.closePath()
    }
    return path
  }

  strokePath(path: Path2D, colour: string, width: number, dash: readonly number[] = []): void {
    const { context } = this
    context.lineJoin = context.lineCap = 'round'
    context.setLineDash([])
    context.strokeStyle = 'rgb(255 255 255 / 0.85)'
    context.lineWidth = this.toSourcePixels(width + 2)
    context.stroke(path)
    context.setLineDash(dash.map(one => this.toSourcePixels(one)))
    context.strokeStyle = colour
    context.lineWidth = this.toSourcePixels(width)
    context.stroke(path)
    context.setLineDash([])
  }

  drawOutline({ regions, verdict }: Check): void {
    // Dashed unless passed, so that colour is not the only sign.
    this.strokePath(this.buildPath(regions), VERDICT_COLOURS[verdict], 1.6, verdict === 'pass' ? [] : [6, 4])
    if (verdict !== 'pass') this.drawBadge(findTopPoint(regions), verdict)
  }

  drawArea({ regions, verdict }: Check): void {
    const path = this.buildPath(regions)
    const { context } = this
    context.save()
    context.clip(path)
    context.fillStyle = `${VERDICT_COLOURS[verdict]}30`
    context.fill(path)
    this.drawHatch(getBounds(regions), VERDICT_COLOURS[verdict])
    context.restore()
    this.strokePath(path, VERDICT_COLOURS[verdict], 1.2, verdict === 'pass' ? [] : [5, 4])
  }

  drawHatch({ x, y, width, height }: Rect, colour: string): void {
    const step = this.toSourcePixels(9)
    const lines = new Path2D()
    for (let along = x - height; along < x + width; along += step) {
      lines.moveTo(along, y + height)
      lines.lineTo(along + height, y)
    }
    this.context.strokeStyle = `${colour}90`
    this.context.lineWidth = this.toSourcePixels(1.2)
    this.context.stroke(lines)
  }

  /** Dims everything outside the check's regions. */
  drawSpotlight({ regions, verdict }: Check, { width, height }: { width: number; height: number }): void {
    const shade = this.buildPath(regions)
    shade.rect(0, 0, width, height)
    this.context.fillStyle = 'rgb(8 24 38 / 0.45)'
    this.context.fill(shade, 'evenodd')
    this.strokePath(this.buildPath(regions), VERDICT_COLOURS[verdict], 2.2)
    this.drawBadge(findTopPoint(regions), verdict)
  }

  drawBadge({ x, y }: Point, verdict: Verdict): void {
    const { context } = this
    const radius = this.toSourcePixels(8)
    const at = { x, y: Math.max(radius, y - radius) }
    context.beginPath()
    context.arc(at.x, at.y, radius, 0, 2 * Math.PI)
    context.fillStyle = VERDICT_COLOURS[verdict]
    context.fill()
    context.lineWidth = this.toSourcePixels(1.5)
    context.strokeStyle = '#fff'
    context.stroke()
    this.drawText(VERDICT_SIGNS[verdict], at, 10, 'center')
  }

  drawText(words: string, { x, y }: Point, size: number, align: CanvasTextAlign): void {
    const { context } = this
    context.font = `600 ${this.toSourcePixels(size)}px system-ui, sans-serif`
    context.textAlign = align
    context.textBaseline = 'middle'
    context.fillStyle = '#fff'
    context.fillText(words, x, y)
  }

  /** Text on a coloured label, readable on any background. */
  drawLabel(words: string, x: number, y: number, colour: string): void {
    const { context } = this
    context.font = `600 ${this.toSourcePixels(11)}px system-ui, sans-serif`
    const width = context.measureText(words).width + this.toSourcePixels(10)
    const height = this.toSourcePixels(18)
    context.fillStyle = colour
    context.beginPath()
    context.roundRect(x, y - height / 2, width, height, this.toSourcePixels(4))
    context.fill()
    this.drawText(words, { x: x + this.toSourcePixels(5), y: y + this.toSourcePixels(0.5) }, 11, 'left')
  }
}

export function getBounds(regions: readonly (readonly Point[])[]): Rect {
  const points = regions.flat()
  const xs = points.map(({ x }) => x),
    ys = points.map(({ y }) => y)
  const x = Math.min(...xs),
    y = Math.min(...ys)
  return { x, y, width: Math.max(...xs) - x, height: Math.max(...ys) - y }
}

function findTopPoint(regions: readonly (readonly Point[])[]): Point {
  return regions.flat().reduce((top, point) => (point.y < top.y ? point : top))
}
