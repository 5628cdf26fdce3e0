import { transfer } from 'comlink'
import type { Opened, OpenedFrame, OpenedPhoto, PhotoApi, Detections } from '../src/contract/apis'
import { PhotoError } from '../src/contract/failure'
import type { FileFacts } from '../src/contract/file-facts'
import type { Patch, Pixels } from '../src/contract/pixels'
import { HEAD_FACE_WIDTH, LIVE_MASK_SIDE, WHOLE_SIDE, type Scene } from '../src/contract/scene'
import { JpegEncoder } from '../src/export/encode'
import { buffersOf, cutParts } from '../src/lib/part-crops'
import { Resampler } from '../src/lib/resampler'
import { measureAll } from '../src/rules'
import { decode } from '../src/sources/decode'
import { readFileFacts } from '../src/sources/file-facts'
import { headRectangle } from '../src/sources/head-rectangle'
import { readFrame } from '../src/sources/frame-pixels'
import { patchOf, readPixels } from '../src/sources/photo-pixels'
import { cut } from './cut-crop'
import { pictureOf, preview } from './preview'
import { workerCanvas } from '../src/vision/worker-canvas'

interface Photo {
  readonly pixels: Pixels
  readonly file: FileFacts | null
  readonly whole: Patch
  /** Cut at its first use: parts and measures look at the same one. */
  head?: Patch | null
}

let encoder: JpegEncoder | undefined
let resampler: Resampler | undefined
let lastId = 0
const photos = new Map<number, Photo>()

function photo(id: number): Photo {
  const found = photos.get(id)
  if (!found) throw new PhotoError('closed', `photo ${id} was released`)
  return found
}

async function keep(
  decoded: ImageBitmap | Pixels,
  file: FileFacts,
  timings: Record<string, number>,
): Promise<OpenedPhoto> {
  const start = performance.now()
  const pixels = decoded instanceof ImageBitmap ? readPixels(decoded) : decoded
  const copied = performance.now()
  const whole = reduced(pixels, WHOLE_SIDE)
  const [forFace, forPerson] = await Promise.all([bitmapOf(whole), bitmapOf(whole)])
  const opened = {
    ...remember({ pixels, file, whole }),
    forFace,
    forPerson,
    timings: { ...timings, copy: copied - start, reduce: performance.now() - copied },
  }
  return transfer(opened, [forFace, forPerson])
}

async function keepFrame(frame: ImageBitmap | VideoFrame): Promise<OpenedFrame> {
  const pixels = await readFrame(frame)
  const whole = reduced(pixels, WHOLE_SIDE)
  const forPerson = await bitmapOf(reduced(whole.pixels, LIVE_MASK_SIDE))
  return transfer({ ...remember({ pixels, file: null, whole }), forPerson }, [forPerson])
}

function remember(kept: Photo): Opened {
  photos.set(++lastId, kept)
  return { id: lastId, width: kept.pixels.width, height: kept.pixels.height, file: kept.file }
}

/** All of it, its longest side `side` at most. */
const reduced = (pixels: Pixels, side: number): Patch =>
  patchOf(
    pixels,
    { x: 0, y: 0, width: pixels.width, height: pixels.height },
    side / Math.max(pixels.width, pixels.height),
    resampler!,
  )

const bitmapOf = ({ pixels: { width, height, data } }: Patch): Promise<ImageBitmap> =>
  createImageBitmap(new ImageData(new Uint8ClampedArray(data), width, height))

function sceneOf(photo: Photo, seen: Detections): Scene {
  const { pixels, file, whole } = photo
  const { width, height } = pixels
  return { width, height, file, ...seen, whole, head: (photo.head ??= headOf(pixels, seen)) }
}

function headOf(pixels: Pixels, { face }: Detections): Patch | null {
  const head = face && headRectangle(face, pixels.width, pixels.height)
  return head && patchOf(pixels, head.rect, HEAD_FACE_WIDTH / head.faceWidth, resampler!)
}

/** Holds decoded photos, so that their pixels never cross a thread. */
export const photoStore = {
  async load(assets) {
    if (!workerCanvas().getContext('2d')) throw new PhotoError('unsupported-browser', 'no 2D canvas in workers')
    const [encoderModule, resamplerModule] = await Promise.all([
      WebAssembly.compile(assets.encoder),
      WebAssembly.compile(assets.resampler),
    ])
    encoder = await JpegEncoder.load(encoderModule)
    resampler = new Resampler(resamplerModule)
  },

  async openFile(file, name, decoded) {
    const start = performance.now()
    const facts = readFileFacts(new Uint8Array(await file.arrayBuffer()), name)
    const read = performance.now()
    const picture = decoded ?? (await decode(file, facts))
    return keep(picture, facts, { read: read - start, decode: performance.now() - read })
  },

  openFrame: keepFrame,

  still: id => pictureOf(photo(id).pixels, { type: 'image/png' }),

  preview: (id, rect, longest) => preview(photo(id).pixels, rect, longest, resampler!),

  async cutParts(id, seen) {
    const scene = sceneOf(photo(id), seen)
    if (!scene.face || !scene.head) return null
    const crops = cutParts(scene)
    return transfer(crops, buffersOf(crops))
  },

  async measure(id, seen, plan) {
    const start = performance.now()
    const scene = sceneOf(photo(id), seen)
    const cutAt = performance.now()
    const readings = measureAll(scene, plan, (rule, error) => console.error(`rule ${rule}:`, error))
    return { readings, timings: { head: cutAt - start, measure: performance.now() - cutAt } }
  },

  async encode(id, crop, width, height, target) {
    const start = performance.now()
    const pixels = cut(photo(id).pixels, crop, width, height, resampler!)
    const resampled = performance.now()
    const made = encoder!.encode(pixels, target)
    return transfer({ ...made, timings: { resample: resampled - start, encode: performance.now() - resampled } }, [
      made.bytes.buffer,
    ])
  },

  async release(id) {
    photos.delete(id)
  },
} satisfies PhotoApi
