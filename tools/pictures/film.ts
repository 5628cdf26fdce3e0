import sharp from 'sharp'
import type { PortraitOptions } from '../../src/drawn/index'
import { drawnPixels } from './drawn-jpeg'

/** A stretch of a camera's film: one drawn picture, so many seconds of it. */
export interface Stretch {
  readonly name: string
  readonly options: PortraitOptions
  readonly seconds: number
}

export const FILM_SIZE = { width: 1280, height: 720 } as const
/** Chromium plays a file of joined JPEGs at this rate. */
const FRAMES_PER_SECOND = 30

/** Head and shoulders as the clause frames them, in the 540x720 crop in the middle of a landscape frame. */
export const FRAMED = { eyeLine: 290, faceWidth: 101, centre: 0 } as const

/** Side of the square in the frame's corner, far outside the crop, whose grey says which stretch is playing. */
const MARKER = 24
/**
 * Grey of the stretch's marker, 0..255: at most seven of them, and none so dark that it depends on how the camera
 * counts black.
 */
export const markerOf = (stretch: number): number => 40 + 30 * stretch

/** A phone's camera, held upright. */
export const UPRIGHT: View = { width: 900, height: 1200, framing: {} }
/** A computer's camera. */
export const LANDSCAPE: View = { ...FILM_SIZE, framing: FRAMED }
export interface View {
  readonly width: number
  readonly height: number
  readonly framing: NonNullable<PortraitOptions['framing']>
}

/** The film as Chromium's fake camera wants it; marked, each stretch can be told by its corner. */
export async function film(
  stretches: readonly Stretch[],
  { view = LANDSCAPE, isMarked = true }: { view?: View; isMarked?: boolean } = {},
): Promise<Buffer> {
  const frames: Buffer[] = []
  for (const [index, { options, seconds }] of stretches.entries()) {
    const frame = await frameOf(options, view, isMarked ? markerOf(index) : null)
    for (let i = 0; i < seconds * FRAMES_PER_SECOND; i++) frames.push(frame)
  }
  return Buffer.concat(frames)
}

async function frameOf(options: PortraitOptions, view: View, grey: number | null): Promise<Buffer> {
  const { width, height, data } = await drawnPixels({
    noise: 1,
    ...options,
    width: view.width,
    height: view.height,
    framing: { ...view.framing, ...options.framing },
  })
  const picture = sharp(Buffer.from(data.buffer), { raw: { width, height, channels: 4 } })
  if (grey !== null)
    picture.composite([
      {
        input: { create: { width: MARKER, height: MARKER, channels: 3, background: { r: grey, g: grey, b: grey } } },
        left: 0,
        top: 0,
      },
    ])
  return picture.removeAlpha().jpeg({ quality: 92 }).toBuffer()
}
