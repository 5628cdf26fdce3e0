import sharp from 'sharp'
import type { PortraitOptions } from '../../src/drawn/index'
import { drawPixels } from './drawn-jpeg'

/** A stretch of a film: one drawn picture, shown for some seconds. */
export interface FilmStretch {
  readonly name: string
  readonly options: PortraitOptions
  readonly seconds: number
}

export const FILM_SIZE_PX = { width: 1280, height: 720 } as const
/** Frame rate at which Chromium plays concatenated JPEGs. */
const FRAMES_PER_SECOND = 30

/** Framing by the clause, for the centred 540x720 crop of a landscape frame. */
export const CLAUSE_FRAMING = { eyeLine: 290, faceWidth: 101, centre: 0 } as const

/** Side of the square in the frame's corner, far outside the crop, whose grey encodes the stretch. */
const MARKER_PX = 24
/**
 * Grey of a stretch's marker, 0..255: for at most seven stretches, and never so dark that it depends on the camera's
 * black level.
 */
export const getMarkerGrey = (stretch: number): number => 40 + 30 * stretch

/** A phone camera in portrait orientation. */
export const PHONE_VIEW: CameraView = { width: 900, height: 1200, framing: {} }
/** A computer's camera. */
export const COMPUTER_VIEW: CameraView = { ...FILM_SIZE_PX, framing: CLAUSE_FRAMING }
export interface CameraView {
  readonly width: number
  readonly height: number
  readonly framing: NonNullable<PortraitOptions['framing']>
}

/** The film in the format of Chromium's fake camera; with markers, each stretch can be identified by its corner. */
export async function drawFilm(
  stretches: readonly FilmStretch[],
  { view = COMPUTER_VIEW, isMarked = true }: { view?: CameraView; isMarked?: boolean } = {},
): Promise<Buffer> {
  const frames: Buffer[] = []
  for (const [index, { options, seconds }] of stretches.entries()) {
    const frame = await drawFrame(options, view, isMarked ? getMarkerGrey(index) : null)
    for (let i = 0; i < seconds * FRAMES_PER_SECOND; i++) frames.push(frame)
  }
  return Buffer.concat(frames)
}

async function drawFrame(options: PortraitOptions, view: CameraView, grey: number | null): Promise<Buffer> {
  const { width, height, data } = await drawPixels({
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
        input: {
          create: { width: MARKER_PX, height: MARKER_PX, channels: 3, background: { r: grey, g: grey, b: grey } },
        },
        left: 0,
        top: 0,
      },
    ])
  return picture.removeAlpha().jpeg({ quality: 92 }).toBuffer()
}
