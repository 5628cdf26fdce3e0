import { expose, type Endpoint } from 'comlink'
import type { FaceApi, PersonApi } from '../contract/apis'
import { FaceTask } from '../vision/face-task'
import { PersonTask } from '../vision/person-task'

/**
 * Face and person where workers have no WebGL: the same tasks on the page's own thread. Loaded by none but the
 * browsers that need it.
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
 * A bitmap that was made in a worker reaches WebGL on the page as nothing at all (WebKitGTK 2.50: INVALID_VALUE); the
 * page's own copy is seen.
 */
async function copyBitmap(image: ImageBitmap | VideoFrame): Promise<ImageBitmap> {
  try {
    return await createImageBitmap(image)
  } finally {
    image.close()
  }
}

/** What its client takes for a worker: a port to the task, which ends with it. */
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
