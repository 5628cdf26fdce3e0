import { expose, type Endpoint } from 'comlink'
import type { FaceApi, PersonApi } from './contract/apis'
import { FaceTask } from '../workers/face-task'
import { PersonTask } from '../workers/person-task'

const pageCanvas = (): HTMLCanvasElement => document.createElement('canvas')

/** Face and person where workers have no WebGL: the same tasks on the page's own thread. Loaded by none but the browsers that need it. */
export const faceOnPage = (): Worker => spawnHere(new FaceTask(pageCanvas))
export const personOnPage = (): Worker => spawnHere(new PersonTask(pageCanvas))

/** What its client takes for a worker: a port to the task, which ends with it. */
function spawnHere(task: (FaceApi | PersonApi) & { close(): void }): Worker {
  const { port1, port2 } = new MessageChannel()
  expose(task, port2 as Endpoint)
  const terminate = (): void => { port1.close(); port2.close(); task.close() }
  return Object.assign(port1, { terminate }) as unknown as Worker
}
