import type { Check, Verdict } from '../../contract/report'
import type { Point, Rect } from '../../contract/space'

/** Strokes, areas and signs on a photo. Coordinates are source pixels; lines and words keep their size on screen. */

// On a photo, light and dark pages look alike: one palette, each line with a white edge.
export const INK: Readonly<Record<Verdict, string>> = {
  pass: '#12915a',
  warn: '#e08a00',
  fail: '#e0322a',
  unknown: '#66758a',
}
const MARK: Readonly<Record<Verdict, string>> = { pass: '✓', warn: '!', fail: '✕', unknown: '?' }

export class Pen {
  constructor(
    readonly context: CanvasRenderingContext2D,
    readonly scale: number,
  ) {}

  px(screen: number): number {
    return screen / this.scale
  }

  path(polygons: readonly (readonly Point[])[]): Path2D {
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
    for (let along = x - height; along < x + width; along += step) {
      lines.moveTo(along, y + height)
      lines.lineTo(along + height, y)
    }
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
    const width = context.measureText(words).width + this.px(10),
      height = this.px(18)
    context.fillStyle = colour
    context.beginPath()
    context.roundRect(x, y - height / 2, width, height, this.px(4))
    context.fill()
    this.text(words, x + this.px(5), y + this.px(0.5), '#fff', 11, 'left')
  }
}

export function boundsOf(regions: readonly (readonly Point[])[]): Rect {
  const points = regions.flat()
  const xs = points.map(({ x }) => x),
    ys = points.map(({ y }) => y)
  const x = Math.min(...xs),
    y = Math.min(...ys)
  return { x, y, width: Math.max(...xs) - x, height: Math.max(...ys) - y }
}

function topOf(regions: readonly (readonly Point[])[]): Point {
  return regions.flat().reduce((top, point) => (point.y < top.y ? point : top))
}
