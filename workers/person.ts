import { expose } from 'comlink'
import { PersonTask } from '../src/vision/person-task'
import { workerCanvas } from '../src/vision/worker-canvas'

expose(new PersonTask(workerCanvas))
