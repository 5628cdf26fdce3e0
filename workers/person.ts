import { PersonTask } from '../src/vision/person-task'
import { createWorkerCanvas } from '../src/vision/worker-canvas'
import { serve } from './serve'

serve(new PersonTask(createWorkerCanvas))
