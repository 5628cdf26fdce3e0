export { measureBareModels } from './bare-models'
export { measureMainThread } from './main-thread'
export { measureLibrary } from './page'
