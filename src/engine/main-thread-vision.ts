import { expose, type Endpoint } from 'comlink'
import type { FaceApi, PersonApi } from '../contract/apis'
import { FaceTask } from '../vision/face-task'
import { PersonTask } from '../vision/person-task'

/**
 * Face and person models on the main thread, where workers have no WebGL. A separate chunk that only such browsers
 * load.
 */
export function createMainThreadFace(): Worker {
  const task = new FaceTask(createCanvas)
  return exposeOnPort<FaceApi>(
    { load: assets => task.load(assets), detect: async image => task.detect(await copyBitmap(image)) },
    task,
  )
}

export function createMainThreadPerson(): Worker {
  const task = new PersonTask(createCanvas)
  return exposeOnPort<PersonApi>(
    { load: assets => task.load(assets), segment: async image => task.segment(await copyBitmap(image)) },
    task,
  )
}

const createCanvas = (): HTMLCanvasElement => document.createElement('canvas')

/**
 * A bitmap made in a worker is empty for WebGL on the main thread (WebKitGTK 2.50: INVALID_VALUE); a copy made on the
 * main thread works.
 */
async function copyBitmap(image: ImageBitmap | VideoFrame): Promise<ImageBitmap> {
  try {
    return await createImageBitmap(image)
  } finally {
    image.close()
  }
}

/** A message port in place of a worker: it exposes the task and closes it on terminate. */
function exposeOnPort<Api>(api: Api, task: { close(): void }): Worker {
  const { port1, port2 } = new MessageChannel()
  expose(api, port2 as Endpoint)
  const terminate = (): void => {
    port1.close()
    port2.close()
    task.close()
  }
  return Object.assign(port1, { terminate }) as unknown as Worker
}
