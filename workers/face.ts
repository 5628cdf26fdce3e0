import { expose } from 'comlink'
import { FaceTask } from '../src/vision/face-task'
import { workerCanvas } from '../src/vision/worker-canvas'

expose(new FaceTask(workerCanvas))
