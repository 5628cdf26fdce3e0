import type { Limit } from '../contract/limit'
import type { Profile } from '../contract/profile'
import { reduceRatio } from '../lib/ratio'

export interface Contradiction {
  readonly keys: readonly string[]
  readonly problem: string
}

/**
 * What no photo could meet all at once: a shape that no allowed size has, more bytes than its pixels can fill, or
 * glasses both forbidden and allowed.
 */
export function findContradictions({ ratio, checks, glasses }: Asked): Contradiction[] {
  const allowed = checks['glasses.kind']?.oneOf
  const isGlassesForbidden = glasses === 'forbidden' && allowed?.some(kind => kind !== 'none')
  return [
    ...findSizeContradictions(ratio, checks),
    ...findByteContradiction(checks),
    ...(isGlassesForbidden
      ? [{ keys: ['glasses'], problem: `forbidden, and checks.glasses.kind allows ${allowed!.join(', ')}` }]
      : []),
  ]
}
type Asked = Pick<Profile, 'ratio' | 'checks' | 'glasses'>

function findSizeContradictions(ratio: Profile['ratio'], checks: Profile['checks']): Contradiction[] {
  const [width, height] = reduceRatio(ratio)
  if (!isWithin(width / height, checks['file.ratio']))
    return [{ keys: ['ratio'], problem: `${ratio.join(':')} is outside checks.file.ratio` }]
  const widths = checks['file.width']
  const heights = checks['file.height']
  const least = Math.max(1, Math.ceil((widths?.min ?? 0) / width), Math.ceil((heights?.min ?? 0) / height))
  const most = Math.min(Math.floor((widths?.max ?? Infinity) / width), Math.floor((heights?.max ?? Infinity) / height))
  return least <= most
    ? []
    : [
        {
          keys: ['ratio'],
          problem: `no multiple of ${width}x${height} is within checks.file.width and checks.file.height`,
        },
      ]
}

/**
 * The most of 60 portraits at 144x192, quality 100, 4:4:4: 41 kB for 27,648 pixels; larger pictures have less. A file
 * with more is padded, not a better picture.
 */
const MOST_BYTES_PER_PIXEL = 1.5

function findByteContradiction(checks: Profile['checks']): Contradiction[] {
  const { 'file.width': widths, 'file.height': heights, 'file.bytes': bytes } = checks
  const pixels = (widths?.max ?? Infinity) * (heights?.max ?? Infinity)
  const most = Math.round(MOST_BYTES_PER_PIXEL * pixels)
  return (bytes?.min ?? 0) <= most
    ? []
    : [{ keys: ['checks', 'file.bytes', 'min'], problem: `no JPEG of ${pixels} pixels has more than ${most} bytes` }]
}

const isWithin = (value: number, limit: Limit | undefined): boolean =>
  value >= (limit?.min ?? 0) && value <= (limit?.max ?? Infinity)
