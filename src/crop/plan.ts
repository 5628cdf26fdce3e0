import type { Composition, CropPlan } from '../contract/crop'
import type { Mask } from '../contract/pixels'
import type { Face } from '../contract/scene'
import { CLAUSE_FRAME, type Rect } from '../contract/space'
import { findHeadTop } from '../lib/head-top'
import { reduceRatio } from '../lib/ratio'
import { eyeMidpoint, faceWidth, midpoint, getPoint, POINT } from '../lib/landmarks'

export interface Interval {
  readonly min: number
  readonly max: number
}

/** Requirements for a crop; geometry in px of the 480x640 clause frame. */
export interface CropTarget {
  readonly ratio: readonly [width: number, height: number]
  readonly width: Interval
  readonly height: Interval
  readonly headTop: Interval
  readonly eyeLine: Interval
  readonly faceWidth: Interval
  readonly centre: Interval
}

export interface CropInput {
  readonly width: number
  readonly height: number
  readonly face: Face
  readonly person: Mask | null
}

/** Where the head is, in source pixels. */
export interface HeadPosition {
  readonly top: number | null
  readonly eyeY: number
  readonly faceWidth: number
  readonly centreX: number
}

/**
 * Safety margins to the limits, tried in this order, in px of the clause frame: landmarks are accurate to about 2 px.
 */
const MARGINS_PX = [8, 4, 2, 0]

/**
 * Plans the crop: exactly the ratio, or within half a pixel of it where its terms are large; all geometry limits met if
 * the photo allows it; the largest output that profile and photo allow without upscaling; then the most balanced
 * composition. A photo that already is such a crop stays whole. Never rotated or mirrored.
 */
export function planCrop(input: CropInput, asked: CropTarget): CropPlan {
  const { width, height } = input
  const target = { ...asked, ratio: reduceRatio(asked.ratio) }
  const head = locateHead(input)
  const [a, b] = target.ratio
  const minUnits = Math.max(Math.ceil(target.width.min / a), Math.ceil(target.height.min / b))
  const least = Math.ceil((a * minUnits) / getStepWidth(target.ratio))
  const largest = countSteps({ width, height }, target.ratio)
  const plan = (crop: Rect, feasible: boolean, obstacle: CropPlan['obstacle']): CropPlan => ({
    crop,
    ...getOutputSize(crop, target),
    composition: getComposition(head, crop),
    feasible,
    obstacle,
    wholePhoto: crop.width === width && crop.height === height,
  })

  const whole = { x: 0, y: 0, width, height }
  const isRatio = height === getCropSize(width / getStepWidth(target.ratio), target.ratio).height
  const isCropAlready = isRatio && largest >= least && head.top !== null
  if (isCropAlready && measureViolation(getComposition(head, whole), target) === 0) return plan(whole, true, null)

  for (const margin of head.top === null ? [] : MARGINS_PX) {
    const best = findBestCrop(head, { width, height }, target, {
      margin,
      from: least,
      to: Math.max(least, largest),
    })
    if (best) return plan(best, true, null)
  }
  const nearest = findNearestCrop(head, { width, height }, target, largest)
  const fitsAtAll =
    head.top !== null && findBestCrop(head, { width, height }, target, { margin: 0, from: 1, to: largest })
  const tooSmall = largest < least || fitsAtAll
  return plan(nearest, false, tooSmall ? 'too-small' : 'no-crop')
}

export const locateHead = ({ width, height, face, person }: CropInput): HeadPosition => ({
  top: person && findHeadTop(person, face, width, height),
  eyeY: eyeMidpoint(face).y,
  faceWidth: faceWidth(face),
  centreX: midpoint(getPoint(face, POINT.RIGHT_CHEEK), getPoint(face, POINT.LEFT_CHEEK)).x,
})

function getComposition(head: HeadPosition, crop: Rect): Composition {
  const scale = CLAUSE_FRAME.width / crop.width
  return {
    headTop: head.top === null ? null : (head.top - crop.y) * scale,
    eyeLine: (head.eyeY - crop.y) * scale,
    faceWidth: head.faceWidth * scale,
    centre: (head.centreX - crop.x) * scale - CLAUSE_FRAME.width / 2,
  }
}

/** Sum of the distances outside the limits, px of the clause frame; 0 inside. */
function measureViolation({ headTop, eyeLine, faceWidth, centre }: Composition, target: CropTarget): number {
  const outside = (value: number, { min, max }: Interval): number => Math.max(0, min - value, value - max)
  return (
    (headTop === null ? 0 : outside(headTop, target.headTop)) +
    outside(eyeLine, target.eyeLine) +
    outside(faceWidth, target.faceWidth) +
    outside(centre, target.centre)
  )
}

const getMiddle = ({ min, max }: Interval): number => (min + max) / 2
const getHalfWidth = ({ min, max }: Interval): number => Math.max(1, (max - min) / 2)

/** Squared distance from the middle of every band, in half band widths. */
function measureImbalance({ headTop, eyeLine, faceWidth, centre }: Composition, target: CropTarget): number {
  const off = (value: number, band: Interval): number => ((value - getMiddle(band)) / getHalfWidth(band)) ** 2
  return (
    (headTop === null ? 0 : off(headTop, target.headTop)) +
    off(eyeLine, target.eyeLine) +
    off(faceWidth, target.faceWidth) +
    off(centre, target.centre)
  )
}

interface Size {
  readonly width: number
  readonly height: number
}

/** The largest term of a ratio whose whole multiples are close enough to one another to choose a crop from. */
const MAX_EXACT_TERM = 100

/** How much wider each crop is than the next smaller one, in source pixels. */
const getStepWidth = ([a, b]: CropTarget['ratio']): number => (Math.max(a, b) <= MAX_EXACT_TERM ? a : 1)

/**
 * The crop of that many steps. Of a ratio such as 413:579 a crop is whole pixels wide, and its height is the nearest
 * whole pixel: at most half a pixel of hundreds is resampled away.
 */
function getCropSize(steps: number, ratio: CropTarget['ratio']): Size {
  const width = getStepWidth(ratio) * steps
  return { width, height: Math.round((width * ratio[1]) / ratio[0]) }
}

/** Steps of the largest crop of the photo. */
const countSteps = ({ width, height }: Size, [a, b]: CropTarget['ratio']): number =>
  Math.floor(Math.min(width, (height * a) / b) / getStepWidth([a, b]))

function getOutputSize(crop: Size, target: CropTarget): Pick<CropPlan, 'outputWidth' | 'outputHeight'> {
  const units = getOutputUnits(crop, target)
  return { outputWidth: target.ratio[0] * units, outputHeight: target.ratio[1] * units }
}

/** Size of the file made of a crop, in whole multiples of the ratio: never enlarged, and as the profile allows. */
const getOutputUnits = (crop: Size, { ratio: [a, b], width, height }: CropTarget): number =>
  Math.min(Math.max(1, Math.floor(crop.width / a)), Math.floor(width.max / a), Math.floor(height.max / b))

interface Search {
  /** Margin to the limits, px of the clause frame. */
  readonly margin: number
  /** Range of sizes to try, in steps. */
  readonly from: number
  readonly to: number
}

/** The best crop of whole source pixels within the limits; null if there is none. */
function findBestCrop(head: HeadPosition, photo: Size, target: CropTarget, { margin, from, to }: Search): Rect | null {
  const within = shrinkBands(target, margin)
  let best: { crop: Rect; output: number; imbalance: number } | null = null
  const last = Math.min(to, countSteps(photo, target.ratio))
  for (let steps = from; steps <= last; steps++) {
    const crop = placeCrop(head, photo, getCropSize(steps, target.ratio), { target, within })
    if (!crop) continue
    const output = getOutputUnits(crop, target)
    const imbalance = measureImbalance(getComposition(head, crop), target)
    if (!best || output > best.output || (output === best.output && imbalance < best.imbalance))
      best = { crop, output, imbalance }
  }
  return best?.crop ?? null
}

type Bands = Pick<CropTarget, 'headTop' | 'eyeLine' | 'faceWidth' | 'centre'>

/** Shrinks the bands by a margin on both sides; a band narrower than that becomes its midpoint. */
function shrinkBands({ headTop, eyeLine, faceWidth, centre }: Bands, margin: number): Bands {
  const shrink = (band: Interval): Interval => {
    const inset = Math.min(margin, (band.max - band.min) / 2)
    return { min: band.min + inset, max: band.max - inset }
  }
  return { headTop: shrink(headTop), eyeLine: shrink(eyeLine), faceWidth: shrink(faceWidth), centre: shrink(centre) }
}

/** A crop of that size within the bands, as balanced as whole pixels allow; null if there is none. */
function placeCrop(
  head: HeadPosition,
  photo: Size,
  size: Size,
  { target, within }: { readonly target: CropTarget; readonly within: Bands },
): Rect | null {
  const { headTop, eyeLine, faceWidth, centre } = within
  const scale = size.width / CLAUSE_FRAME.width
  const face = head.faceWidth / scale
  if (face < faceWidth.min || face > faceWidth.max) return null
  const middle = CLAUSE_FRAME.width / 2
  const low = Math.max(0, head.eyeY - eyeLine.max * scale, head.top! - headTop.max * scale)
  const high = Math.min(photo.height - size.height, head.eyeY - eyeLine.min * scale, head.top! - headTop.min * scale)
  const left = Math.max(0, head.centreX - (middle + centre.max) * scale)
  const right = Math.min(photo.width - size.width, head.centreX - (middle + centre.min) * scale)
  const y = findNearestInteger(findBalancedTop(head, target, scale), low, high)
  const x = findNearestInteger(head.centreX - middle * scale, left, right)
  return x === null || y === null ? null : { x, y, ...size }
}

/** The crop's top edge that puts hair and eyes closest to the middle of their bands. */
function findBalancedTop({ eyeY, top }: HeadPosition, { eyeLine, headTop }: CropTarget, scale: number): number {
  const byEye = eyeY - getMiddle(eyeLine) * scale
  if (top === null) return byEye
  const [eyeWeight, topWeight] = [getHalfWidth(eyeLine) ** -2, getHalfWidth(headTop) ** -2]
  return (eyeWeight * byEye + topWeight * (top - getMiddle(headTop) * scale)) / (eyeWeight + topWeight)
}

/** The integer in [low, high] nearest to `target`; null if there is none. */
function findNearestInteger(target: number, low: number, high: number): number | null {
  const value = Math.min(Math.floor(high), Math.max(Math.ceil(low), Math.round(target)))
  return value >= low && value <= high ? value : null
}

/** The crop that violates the limits least, to show what is wrong with the photo. */
function findNearestCrop(head: HeadPosition, photo: Size, target: CropTarget, largest: number): Rect {
  let best: { crop: Rect; cost: number } | null = null
  for (let steps = Math.max(1, Math.round(largest / 8)); steps <= Math.max(1, largest); steps++) {
    const size = getCropSize(steps, target.ratio)
    const scale = size.width / CLAUSE_FRAME.width
    const clamp = (value: number, max: number): number => Math.max(0, Math.min(Math.max(0, max), Math.round(value)))
    const crop = {
      x: clamp(head.centreX - (CLAUSE_FRAME.width / 2) * scale, photo.width - size.width),
      y: clamp(findBalancedTop(head, target, scale), photo.height - size.height),
      ...size,
    }
    const composition = getComposition(head, crop)
    const cost = measureViolation(composition, target) + 0.01 * measureImbalance(composition, target)
    if (!best || cost < best.cost) best = { crop, cost }
  }
  return best!.crop
}
