import type { Patch } from '../contract/pixels'
import type { Point, Polygon, Rect } from '../contract/space'

export function getBounds(polygon: Polygon): Rect {
  const xs = polygon.map(point => point.x)
  const ys = polygon.map(point => point.y)
  const [x, y] = [Math.min(...xs), Math.min(...ys)]
  return { x, y, width: Math.max(...xs) - x, height: Math.max(...ys) - y }
}

export function getArea(polygon: Polygon): number {
  return (
    Math.abs(
      polygon.reduce((sum, point, i) => {
        const next = polygon[(i + 1) % polygon.length]!
        return sum + point.x * next.y - next.x * point.y
      }, 0),
    ) / 2
  )
}

export function getCentre(polygon: Polygon): Point {
  return {
    x: polygon.reduce((sum, { x }) => sum + x, 0) / polygon.length,
    y: polygon.reduce((sum, { y }) => sum + y, 0) / polygon.length,
  }
}

/** The polygon scaled about its centre. */
export function scalePolygon(polygon: Polygon, factor: number): Point[] {
  const centre = getCentre(polygon)
  return polygon.map(({ x, y }) => ({ x: centre.x + factor * (x - centre.x), y: centre.y + factor * (y - centre.y) }))
}

export function createRectangle(x: number, y: number, width: number, height: number): Point[] {
  return [
    { x, y },
    { x: x + width, y },
    { x: x + width, y: y + height },
    { x, y: y + height },
  ]
}

/** An ellipse as a polygon with `corners` points. */
export function createEllipse({ x, y }: Point, across: number, down: number, corners = 24): Point[] {
  return Array.from({ length: corners }, (_, i) => ({
    x: x + across * Math.cos((2 * Math.PI * i) / corners),
    y: y + down * Math.sin((2 * Math.PI * i) / corners),
  }))
}

/** Even-odd test. */
export function isInside(polygon: Polygon, { x, y }: Point): boolean {
  let inside = false
  for (let i = 0, j = polygon.length - 1; i < polygon.length; j = i++) {
    const [a, b] = [polygon[i]!, polygon[j]!]
    if (a.y > y !== b.y > y && x < ((b.x - a.x) * (y - a.y)) / (b.y - a.y) + a.x) inside = !inside
  }
  return inside
}

/**
 * Calls `take` for every patch pixel whose centre lies in the polygon (source pixels): offset into `data` and the
 * pixel's column and row.
 */
export function forEachPixel(
  polygon: Polygon,
  { pixels: { width, height }, x: left, y: top, scale }: Patch,
  take: (offset: number, column: number, row: number) => void,
): void {
  const points = polygon.map(({ x, y }) => ({ x: (x - left) * scale, y: (y - top) * scale }))
  const bounds = getBounds(points)
  const crossings: number[] = []
  for (
    let row = Math.max(0, Math.floor(bounds.y));
    row < Math.min(height, Math.ceil(bounds.y + bounds.height));
    row++
  ) {
    const y = row + 0.5
    crossings.length = 0
    for (let i = 0, j = points.length - 1; i < points.length; j = i++) {
      const [a, b] = [points[i]!, points[j]!]
      if (a.y > y !== b.y > y) crossings.push(((b.x - a.x) * (y - a.y)) / (b.y - a.y) + a.x)
    }
    crossings.sort((a, b) => a - b)
    for (let k = 0; k + 1 < crossings.length; k += 2) {
      for (
        let column = Math.max(0, Math.ceil(crossings[k]! - 0.5));
        column < Math.min(width, Math.ceil(crossings[k + 1]! - 0.5));
        column++
      )
        take(4 * (row * width + column), column, row)
    }
  }
}
