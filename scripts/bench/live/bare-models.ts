import { transfer } from 'comlink'
import { createFilledCrops } from '../filled-crops'
import { openParts, startFace, startPerson } from '../start-models'
import { openCamera } from './page'

/** Timed calls of each model, after as many warm-up calls. */
const ROUNDS = 40

/**
 * Milliseconds of one call of each model in its worker, with nothing else running: on the camera's frames, as the live
 * loop hands them over.
 */
export async function measureBareModels(base: string): Promise<Record<string, number>> {
  const video = await openCamera()
  return {
    face: await measureFace(base, video),
    person: await measurePerson(base, video),
    parts: await measureParts(base),
  }
}

async function measureFace(base: string, video: HTMLVideoElement): Promise<number> {
  const { api, stop } = await startFace(base)
  const median = await measureMedian(
    () => new VideoFrame(video),
    frame => api.detect(transfer(frame, [frame])),
  )
  stop()
  return median
}

async function measurePerson(base: string, video: HTMLVideoElement): Promise<number> {
  const { api, stop } = await startPerson(base)
  const median = await measureMedian(
    () => drawSmallPicture(video),
    image => api.segment(transfer(image, [image])),
  )
  stop()
  return median
}

async function measureParts(base: string): Promise<number> {
  const { api, assets, stop } = await openParts(base)
  await api.load(assets)
  const crops = createFilledCrops()
  const median = await measureMedian(
    () => crops,
    given => api.detect(given),
  )
  stop()
  return median
}

/** Of the calls only: what makes their input is not timed. */
async function measureMedian<Input>(
  make: () => Promise<Input> | Input,
  call: (input: Input) => Promise<unknown>,
): Promise<number> {
  const times: number[] = []
  for (let i = 0; i < 2 * ROUNDS; i++) {
    const input = await make()
    const start = performance.now()
    await call(input)
    times.push(performance.now() - start)
  }
  return times.slice(ROUNDS).sort((a, b) => a - b)[ROUNDS >> 1]!
}

/** Pixels in memory, as the photo worker makes them. */
function drawSmallPicture(video: HTMLVideoElement): Promise<ImageBitmap> {
  const canvas = new OffscreenCanvas(512, 288)
  const context = canvas.getContext('2d', { willReadFrequently: true })!
  context.drawImage(video, 0, 0, 512, 288)
  return createImageBitmap(context.getImageData(0, 0, 512, 288))
}
