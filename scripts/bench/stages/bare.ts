import { transfer } from 'comlink'
import { startFace, startPerson } from '../start-models'
import { ROUNDS, getMedian, measureMedian, time } from './timing'

/** Longest side of the picture that the models are given. */
const MODEL_INPUT_PX = 1024

/** The same model files, runtime and encoder, called directly. */

export const measureDecode = (photo: Blob): Promise<number> =>
  measureMedian(async () => {
    const bitmap = await createImageBitmap(photo)
    readPixels(bitmap, { willReadFrequently: true })
    bitmap.close()
  })

export async function measureFace(base: string, photo: Blob): Promise<number> {
  const { api, stop } = await startFace(base)
  const median = await measureModel(photo, image => api.detect(transfer(image, [image])))
  stop()
  return median
}

export async function measurePerson(base: string, photo: Blob): Promise<number> {
  const { api, stop } = await startPerson(base)
  const median = await measureModel(photo, image => api.segment(transfer(image, [image])))
  stop()
  return median
}

/** Making the reduced picture is not timed. */
async function measureModel(photo: Blob, run: (image: ImageBitmap) => Promise<unknown>): Promise<number> {
  const times: number[] = []
  for (let i = 0; i <= ROUNDS; i++) {
    const image = await createImageBitmap(photo, { resizeHeight: MODEL_INPUT_PX, resizeQuality: 'high' })
    times.push(await time(() => run(image)))
  }
  return getMedian(times.slice(1))
}

export async function measureEncode(base: string, picture: ImageBitmap, quality: number): Promise<number> {
  const pixels = readPixels(picture)
  const encoder = (await import(
    /* @vite-ignore */ `${base}/modules/@jsquash/jpeg/encode.js`
  )) as typeof import('@jsquash/jpeg/encode')
  return measureMedian(() =>
    encoder.default(pixels, {
      quality,
      baseline: true,
      progressive: false,
      auto_subsample: false,
      chroma_subsample: 1,
      quant_table: 0,
    }),
  )
}

function readPixels(bitmap: ImageBitmap, settings?: CanvasRenderingContext2DSettings): ImageData {
  const context = new OffscreenCanvas(bitmap.width, bitmap.height).getContext('2d', settings)!
  context.drawImage(bitmap, 0, 0)
  return context.getImageData(0, 0, bitmap.width, bitmap.height)
}
