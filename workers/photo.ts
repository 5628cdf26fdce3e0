import { expose } from 'comlink'
import { photoDesk } from './photo-desk'

expose(photoDesk)
