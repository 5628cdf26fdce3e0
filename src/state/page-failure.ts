import type { FailureCode } from '../contract/failure'

export type CameraFailure =
  | 'camera-denied'
  | 'camera-absent'
  | 'camera-busy'
  | 'camera-lost'
  | 'camera-unsupported'
  | 'camera-insecure'
  | 'camera-failed'
export type PageFailureCode = FailureCode | CameraFailure | 'not-a-file' | 'on-a-page' | 'page-updated'

/** A failure that the page has words for; `fileName` is the file concerned. */
export interface Failure {
  readonly code: PageFailureCode
  readonly fileName?: string
  readonly detail?: string
}
