import { transfer } from 'comlink'
import type { OpenedImage, OpenedFrame, OpenedPhoto, PhotoApi, Detections } from '../src/contract/apis'
import { PhotoError } from '../src/contract/failure'
import type { FileFacts } from '../src/contract/file-facts'
import type { Patch, Pixels } from '../src/contract/pixels'
import { MAX_HEAD_FACE_WIDTH_PX, MAX_LIVE_MASK_SIDE_PX, MAX_WHOLE_SIDE_PX, type Scene } from '../src/contract/scene'
import { JpegEncoder } from '../src/export/jpeg-encoder'
import { KeptItems } from '../src/lib/kept-items'
import { getBuffers, cutParts } from '../src/lib/part-crops'
import { Resampler } from '../src/lib/resampler'
import { measureAll } from '../src/rules'
import { getAppliedOrientation } from '../src/sources/applied-orientation'
import { decodeWithBrowser } from '../src/sources/decode'
import { readFileFacts } from '../src/sources/file-facts'
import { readFile } from '../src/sources/read-file'
import { findHeadRectangle } from '../src/sources/head-rectangle'
import { readFrame } from '../src/sources/frame-pixels'
import { cutPatch, readPixels } from '../src/sources/photo-pixels'
import { assertAllPngRows } from '../src/sources/png-rows'
import { cutCrop } from './cut-crop'
import { encodePicture, createPreview } from './preview'
import { createWorkerCanvas } from '../src/vision/worker-canvas'

interface StoredPhoto {
  readonly pixels: Pixels
  readonly file: FileFacts | null
  readonly whole: Patch
  /** Cut on first use and shared by parts and measures. */
  head?: Patch | null
}

let encoder: JpegEncoder | undefined
let resampler: Resampler | undefined
const photos = new KeptItems<StoredPhoto>()

/** Decodes, and meanwhile looks whether all rows are there, where only decompressing can tell. */
async function decodeWhole(file: Blob, bytes: Uint8Array<ArrayBuffer>, facts: FileFacts): Promise<ImageBitmap> {
  const checking = facts.type === 'image/png' ? assertAllPngRows(bytes) : Promise.resolve()
  const [decoding, whole] = await Promise.allSettled([decodeWithBrowser(file, facts), checking])
  if (decoding.status === 'rejected') throw decoding.reason
  if (whole.status === 'fulfilled') return decoding.value
  decoding.value.close()
  throw whole.reason
}

async function storePhoto(
  decoded: ImageBitmap | Pixels,
  file: FileFacts,
  timings: Record<string, number>,
): Promise<OpenedPhoto> {
  const start = performance.now()
  const pixels = decoded instanceof ImageBitmap ? readPixels(decoded) : decoded
  const copied = performance.now()
  const whole = reduceToSide(pixels, MAX_WHOLE_SIDE_PX)
  const [forFace, forPerson] = await Promise.all([createBitmap(whole), createBitmap(whole)])
  const opened = {
    ...addPhoto({ pixels, file, whole }),
    forFace,
    forPerson,
    timings: { ...timings, copy: copied - start, reduce: performance.now() - copied },
  }
  return transfer(opened, [forFace, forPerson])
}

async function storeFrame(frame: ImageBitmap | VideoFrame): Promise<OpenedFrame> {
  const pixels = await readFrame(frame)
  const whole = reduceToSide(pixels, MAX_WHOLE_SIDE_PX)
  const forPerson = await createBitmap(reduceToSide(whole.pixels, MAX_LIVE_MASK_SIDE_PX))
  return transfer({ ...addPhoto({ pixels, file: null, whole }), forPerson }, [forPerson])
}

function addPhoto(photo: StoredPhoto): OpenedImage {
  return { id: photos.add(photo), width: photo.pixels.width, height: photo.pixels.height, file: photo.file }
}

/** The whole image, downscaled so that its longest side is at most `side` px. */
const reduceToSide = (pixels: Pixels, side: number): Patch =>
  cutPatch(
    pixels,
    { x: 0, y: 0, width: pixels.width, height: pixels.height },
    side / Math.max(pixels.width, pixels.height),
    resampler!,
  )

const createBitmap = ({ pixels: { width, height, data } }: Patch): Promise<ImageBitmap> =>
  createImageBitmap(new ImageData(new Uint8ClampedArray(data), width, height))

function buildScene(photo: StoredPhoto, detections: Detections): Scene {
  const { pixels, file, whole } = photo
  const { width, height } = pixels
  return { width, height, file, ...detections, whole, head: (photo.head ??= cutHead(pixels, detections)) }
}

function cutHead(pixels: Pixels, { face }: Detections): Patch | null {
  const head = face && findHeadRectangle(face, pixels.width, pixels.height)
  return head && cutPatch(pixels, head.rect, MAX_HEAD_FACE_WIDTH_PX / head.faceWidth, resampler!)
}

/** Holds decoded photos, so that their pixels never cross threads. */
export const photoStore = {
  async load(assets) {
    if (!createWorkerCanvas().getContext('2d')) throw new PhotoError('unsupported-browser', 'no 2D canvas in workers')
    const [encoderModule, resamplerModule] = await Promise.all([
      WebAssembly.compile(assets.encoder),
      WebAssembly.compile(assets.resampler),
    ])
    encoder = await JpegEncoder.load(encoderModule)
    resampler = new Resampler(resamplerModule)
  },

  async openFile(file, name, decoded) {
    const start = performance.now()
    const bytes = await readFile(file)
    const facts = readFileFacts(bytes, name)
    const read = performance.now()
    const picture = decoded ?? (await decodeWhole(file, bytes, facts))
    const applied = { ...facts, orientation: getAppliedOrientation(facts, picture) }
    return storePhoto(picture, applied, { read: read - start, decode: performance.now() - read })
  },

  openFrame: storeFrame,

  encodeStill: id => encodePicture(photos.get(id).pixels, { type: 'image/png' }),

  createPreview: (id, rect, longest) => createPreview(photos.get(id).pixels, rect, longest, resampler!),

  async cutParts(id, detections) {
    const scene = buildScene(photos.get(id), detections)
    if (!scene.face || !scene.head) return null
    const crops = cutParts(scene)
    return transfer(crops, getBuffers(crops))
  },

  async measure(id, detections, plan) {
    const start = performance.now()
    const scene = buildScene(photos.get(id), detections)
    const cutAt = performance.now()
    const readings = measureAll(scene, plan, (rule, error) => console.error(`rule ${rule}:`, error))
    return { readings, timings: { head: cutAt - start, measure: performance.now() - cutAt } }
  },

  async encode(id, plan, target) {
    const start = performance.now()
    const pixels = cutCrop(photos.get(id).pixels, plan, resampler!)
    const resampled = performance.now()
    const encoded = encoder!.encode(pixels, target)
    return transfer({ ...encoded, timings: { resample: resampled - start, encode: performance.now() - resampled } }, [
      encoded.bytes.buffer,
    ])
  },

  async release(id) {
    photos.delete(id)
  },
} satisfies PhotoApi
