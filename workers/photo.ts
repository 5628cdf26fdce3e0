import { expose } from 'comlink'
import { photoDesk } from './photo-store'

expose(photoDesk)
