import type { FileFacts } from '../contract/file-facts'
import type { Container } from './container'
import type { Tags } from './tags'

type Density = NonNullable<FileFacts['density']>

/** Noughts and divisions by nought state nothing. */
const isStated = ({ x, y }: Density): boolean => x > 0 && y > 0 && Number.isFinite(x) && Number.isFinite(y)

/** Dots an inch: of JFIF where it states them, else of EXIF, else of a PNG. null where no block states them. */
export function readDensity(tags: Tags, container: Container): FileFacts['density'] {
  const number = (group: string, tag: string): number => {
    const value = tags[group]?.[tag]?.value
    return Array.isArray(value) ? Number(value[0]) / Number(value[1] ?? 1) : Number(value)
  }
  const jfif = container.jpeg?.segments.find(
    ({ marker, payload }) =>
      marker === 0xe0 && payload.length >= 12 && String.fromCharCode(...payload.subarray(0, 4)) === 'JFIF',
  )?.payload
  if (jfif && jfif[7] !== 0) {
    const perInch = jfif[7] === 2 ? 2.54 : 1
    const stated = { x: ((jfif[8]! << 8) | jfif[9]!) * perInch, y: ((jfif[10]! << 8) | jfif[11]!) * perInch }
    if (isStated(stated)) return stated
  }
  const exif = { x: number('exif', 'XResolution'), y: number('exif', 'YResolution') }
  if (isStated(exif)) {
    const perInch = number('exif', 'ResolutionUnit') === 3 ? 2.54 : 1
    return { x: exif.x * perInch, y: exif.y * perInch }
  }
  const png = { x: number('png', 'Pixels Per Unit X'), y: number('png', 'Pixels Per Unit Y') }
  // Unit 0 states the pixels' aspect ratio only (PNG 3, 11.3.4.3).
  return isStated(png) && number('png', 'Pixel Units') === 1
    ? { x: Math.round(png.x * 0.0254), y: Math.round(png.y * 0.0254) }
    : null
}
