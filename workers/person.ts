import { expose } from 'comlink'
import { PersonTask } from '../src/vision/person-task'
import { createWorkerCanvas } from '../src/vision/worker-canvas'

expose(new PersonTask(createWorkerCanvas))
