import { expose } from 'comlink'
import { FaceTask } from '../src/vision/face-task'
import { createWorkerCanvas } from '../src/vision/worker-canvas'

expose(new FaceTask(createWorkerCanvas))
