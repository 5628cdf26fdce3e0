import { expose } from 'comlink'
import { PersonTask } from './person-task'
import { workerCanvas } from './worker-canvas'

expose(new PersonTask(workerCanvas))
