import type { FailureCode } from '../contract/failure'

export type CameraFailure =
  | 'camera-denied'
  | 'camera-absent'
  | 'camera-busy'
  | 'camera-lost'
  | 'camera-unsupported'
  | 'camera-insecure'
  | 'camera-failed'
export type PageFailureCode = FailureCode | CameraFailure | 'not-a-file'

/** Something went wrong that the page can say in words; `fileName` tells of which file. */
export interface Failure {
  readonly code: PageFailureCode
  readonly fileName?: string
  readonly detail?: string
}
