import type { CropShortage } from '../contract/crop'
import { CLAUSE_FRAME } from '../contract/space'
import { reduceRatio } from '../lib/ratio'
import { locateHead, type CropInput, type CropTarget, type HeadPosition } from './plan'

/** What a photo lacks that has no crop within the target: room at its sides, pixels, or hair that is lower. */
export function findShortage(input: CropInput, asked: CropTarget): CropShortage {
  const target = { ...asked, ratio: toSmallTerms(asked.ratio) }
  const found = locateHead(input)
  // Hair that leaves the photo is at its edge or above.
  const head = { ...found, top: found.top ?? 0 }
  const placed = listSizes(head, target).flatMap(units => placeFreely(head, input, target, units) ?? [])
  const [a, b] = target.ratio
  const minUnits = Math.max(Math.ceil(target.width.min / a), Math.ceil(target.height.min / b))
  const largeEnough = placed.filter(({ units }) => units >= minUnits)
  const nearest = findLeast(largeEnough.length ? largeEnough : placed)
  const inside = placed.filter(({ missing }) => missing === 0).map(({ units }) => units)
  const largest = inside.length ? Math.max(...inside) : (nearest?.units ?? minUnits)
  return {
    room: nearest && nearest.missing > 0 ? { ...nearest.room, topAtLeast: found.top === null } : null,
    pixels:
      largest < minUnits
        ? {
            width: Math.round(a * largest),
            height: Math.round(b * largest),
            minWidth: Math.round(a * minUnits),
            minHeight: Math.round(b * minUnits),
          }
        : null,
    hairTooHigh: placed.length === 0 && isHairTooHigh(head, target),
  }
}

/** Whole multiples of 390 x 567 are too few sizes to look at; those of its hundredth are enough to tell a pixel. */
function toSmallTerms(ratio: CropTarget['ratio']): CropTarget['ratio'] {
  const [a, b] = reduceRatio(ratio)
  const divisor = Math.max(1, Math.max(a, b) / 4)
  return [a / divisor, b / divisor]
}

type KnownHead = HeadPosition & { readonly top: number }

interface PlacedCrop {
  /** Size in ratio units of source pixels. */
  readonly units: number
  readonly room: { readonly top: number; readonly right: number; readonly bottom: number; readonly left: number }
  /** Sum of `room`. */
  readonly missing: number
}

const getScale = ({ ratio: [a] }: CropTarget, units: number): number => (a * units) / CLAUSE_FRAME.width

/** The sizes at which the face is as wide as asked, in ratio units. */
function listSizes(head: HeadPosition, target: CropTarget): number[] {
  const [a] = target.ratio
  const unitsOf = (width: number): number => (head.faceWidth * CLAUSE_FRAME.width) / (width * a)
  const first = Math.max(1, Math.ceil(unitsOf(target.faceWidth.max)))
  return Array.from(
    { length: Math.max(0, Math.floor(unitsOf(target.faceWidth.min)) - first + 1) },
    (_, at) => first + at,
  )
}

/** The crop of that size within the limits that leaves the photo least; null where none is within the limits. */
function placeFreely(
  head: KnownHead,
  { width, height }: CropInput,
  target: CropTarget,
  units: number,
): PlacedCrop | null {
  const [a, b] = target.ratio
  const scale = getScale(target, units)
  const { headTop, eyeLine, centre } = target
  const middle = CLAUSE_FRAME.width / 2
  const y = getNearest(
    Math.max(head.eyeY - eyeLine.max * scale, head.top - headTop.max * scale),
    Math.min(head.eyeY - eyeLine.min * scale, head.top - headTop.min * scale),
    height - b * units,
  )
  const x = getNearest(
    head.centreX - (middle + centre.max) * scale,
    head.centreX - (middle + centre.min) * scale,
    width - a * units,
  )
  if (x === null || y === null) return null
  const beyond = (pixels: number): number => Math.max(0, Math.ceil(pixels - 1e-6))
  const room = {
    top: beyond(-y),
    right: beyond(x + a * units - width),
    bottom: beyond(y + b * units - height),
    left: beyond(-x),
  }
  return { units, room, missing: room.top + room.right + room.bottom + room.left }
}

/** The place in [low, high] that is nearest to the photo, whose own places end at `last`; null if low > high. */
function getNearest(low: number, high: number, last: number): number | null {
  if (low > high) return null
  return Math.max(low, Math.min(high, Math.min(Math.max((low + high) / 2, Math.min(0, last)), Math.max(0, last))))
}

function findLeast(crops: readonly PlacedCrop[]): PlacedCrop | undefined {
  return crops.toSorted((a, b) => a.missing - b.missing)[0]
}

/** Even in the largest crop that its face allows, more lies between hair and eyes than the limits leave. */
function isHairTooHigh(head: KnownHead, target: CropTarget): boolean {
  const sizes = listSizes(head, target)
  const most = sizes.at(-1)
  return most !== undefined && head.eyeY - head.top > (target.eyeLine.max - target.headTop.min) * getScale(target, most)
}
