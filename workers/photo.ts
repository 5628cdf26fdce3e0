import { expose } from 'comlink'
import { photoStore } from './photo-store'

expose(photoStore)
