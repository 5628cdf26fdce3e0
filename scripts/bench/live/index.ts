export { bare } from './bare'
export { mainThread } from './main-thread'
export { ours } from './page'
