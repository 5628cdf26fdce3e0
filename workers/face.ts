import { FaceTask } from '../src/vision/face-task'
import { createWorkerCanvas } from '../src/vision/worker-canvas'
import { serve } from './serve'

serve(new FaceTask(createWorkerCanvas))
