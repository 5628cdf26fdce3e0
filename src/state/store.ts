import { computed, signal } from '@preact/signals'
import type { Profile } from '../contract/profile'
import type { LiveReport, Report } from '../contract/report'
import type { FailureCode } from '../contract/failure'
import type { Locale } from '../contract/rule'
import type { Device } from './devices'
import { profileById } from './engine'
import { initialLocale, initialProfile } from './preferences'

/** What the page shows. Only src/state/actions.ts and src/state/camera.ts write here; components read. */

export type Phase = 'loading' | 'ready' | 'checking' | 'done' | 'failed'
export type CameraFailure = 'camera-denied' | 'camera-absent' | 'camera-busy' | 'camera-lost' | 'camera-unsupported' | 'camera-insecure' | 'camera-failed'
export type Trouble = FailureCode | CameraFailure | 'not-a-file' | 'unexpected'

/** Something went wrong that the page can say in words; `fileName` tells of which file. */
export interface Failure { readonly code: Trouble; readonly fileName?: string; readonly detail?: string }
export type Origin = 'file' | 'camera' | 'sample'
export interface Photo { readonly blob: Blob; readonly url: string; readonly name: string | null; readonly origin: Origin }
export interface Made { readonly jpeg: Blob; readonly url: string; readonly fileName: string; readonly report: Report }
export interface Loading { readonly stage: string; readonly loadedBytes: number; readonly totalBytes: number }

export const locale = signal<Locale>(initialLocale())
export const profileId = signal<string>(initialProfile())
export const profile = computed<Profile>(() => profileById(profileId.value))

export const phase = signal<Phase>('loading')
export const progress = signal<Loading | null>(null)
export const photo = signal<Photo | null>(null)
export const report = signal<Report | null>(null)
export const failure = signal<Failure | null>(null)

export const saving = signal(false)
export const produced = signal<Made | null>(null)
export const saveFailure = signal<Failure | null>(null)

/** Check id that the photo and the list both point at. */
export const selectedCheck = signal<string | null>(null)

export type Layer = 'outlines' | 'frame' | 'lighting' | 'background'
export const layers = signal<ReadonlySet<Layer>>(new Set(['outlines', 'frame']))

export interface Camera {
  readonly stream: MediaStream | null
  readonly mirrored: boolean
  readonly devices: readonly Device[]
  readonly deviceId: string | null
  readonly taking: boolean
  /** The system shows nothing of it for the moment. */
  readonly paused: boolean
}
/** null while the camera is off. */
export const camera = signal<Camera | null>(null)
export const live = signal<LiveReport | null>(null)
/** Whether the photo takes itself when all is right, and whether instructions are spoken. */
export const autoCapture = signal(true)
export const spoken = signal(false)
/** What is drawn on the camera's picture. */
export const liveLayers = signal<ReadonlySet<Layer>>(new Set(['outlines']))

export type Screen = 'start' | 'working' | 'result' | 'camera'
export const screen = computed<Screen>(() => {
  if (camera.value) return 'camera'
  if (report.value && phase.value === 'done') return 'result'
  return photo.value && phase.value !== 'failed' ? 'working' : 'start'
})
