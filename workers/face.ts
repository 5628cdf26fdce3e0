import { expose } from 'comlink'
import { FaceTask } from './face-task'
import { workerCanvas } from './worker-canvas'

expose(new FaceTask(workerCanvas))
