import { photoStore } from './photo-store'
import { serve } from './serve'

serve(photoStore)
