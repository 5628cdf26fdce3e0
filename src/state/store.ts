import { computed, signal } from '@preact/signals'
import type { Profile } from '../contract/profile'
import type { LiveReport, Report } from '../contract/report'
import { isBatchOpen } from './batch/store'
import type { Device } from './devices'
import { getProfileById } from './checker'
import { isProfileAwaited, profileProblem } from './own-profile'
import type { LoadProgress } from './load-progress'
import type { Failure } from './page-failure'
import { getInitialLocale, getInitialProfileId, hasChosenProfile } from './preferences'
import type { Locale } from '../contract/locale'

/** Signals of the page. Only src/state writes here; components read. */

export type Phase = 'loading' | 'ready' | 'checking' | 'done' | 'failed'
/** Where a photo came from: chosen, dropped or pasted; taken with the page's camera; drawn sample. */
export type Origin = 'file' | 'camera' | 'sample'
export interface Photo {
  readonly blob: Blob
  readonly url: string
  readonly name: string | null
  readonly origin: Origin
}
export interface ProducedPhoto {
  readonly jpeg: Blob
  /** An object URL; a data: URL where the picture is held to be saved. */
  readonly url: string
  readonly fileName: string
  readonly report: Report
  /** The check of the general limit that was set aside for it; null: none. */
  readonly outside: string | null
}
/** One photo and its result. `checked`: report or failure is final. */
export interface PhotoEntry {
  readonly id: number
  readonly photo: Photo
  readonly checked: boolean
  readonly report: Report | null
  readonly failure: Failure | null
  readonly produced: ProducedPhoto | null
  /** Object URL of a thumbnail for the comparison; null until made, and where the browser can't show the photo. */
  readonly thumbnail: string | null
}

export const locale = signal<Locale>(getInitialLocale())
export const profileId = signal<string>(getInitialProfileId())
/** False while the general rules stand in, because nobody has said whose rules hold. */
export const isProfileChosen = signal(hasChosenProfile())
export const profile = computed<Profile>(() => getProfileById(profileId.value))

export const phase = signal<Phase>('loading')
export const progress = signal<LoadProgress | null>(null)
/** Usually one photo, up to MAX_PHOTOS to compare. */
export const photos = signal<readonly PhotoEntry[]>([])
export const MAX_PHOTOS = 6
/** Number of files of the last choice that exceeded MAX_PHOTOS. */
export const leftOutCount = signal(0)
/** Id of the open photo; null in the comparison. */
export const openPhotoId = signal<number | null>(null)
const openEntry = computed<PhotoEntry | null>(() => photos.value.find(({ id }) => id === openPhotoId.value) ?? null)
export const photo = computed<Photo | null>(() => openEntry.value?.photo ?? null)
export const report = computed<Report | null>(() => openEntry.value?.report ?? null)
export const produced = computed<ProducedPhoto | null>(() => openEntry.value?.produced ?? null)

/** Failure of the only photo, the camera or loading; with several photos each entry has its own. */
export const failure = signal<Failure | null>(null)

export const isSaving = signal(false)
export const saveFailure = signal<Failure | null>(null)

/** Id of the check highlighted in both the photo and the list. */
export const selectedCheckId = signal<string | null>(null)

export type Layer = 'outlines' | 'frame' | 'lighting' | 'background'
export const layers = signal<ReadonlySet<Layer>>(new Set(['outlines', 'frame']))

export interface Camera {
  readonly stream: MediaStream | null
  readonly mirrored: boolean
  readonly devices: readonly Device[]
  readonly deviceId: string | null
  readonly taking: boolean
  /** The system has muted the camera track for now. */
  readonly paused: boolean
  /** The models run on the main thread, because workers have no WebGL here: slower. */
  readonly slow: boolean
  /** Live checking stopped and is starting again. */
  readonly interrupted: boolean
}
/** null while the camera is off. */
export const camera = signal<Camera | null>(null)
export const liveReport = signal<LiveReport | null>(null)
/** Whether automatic capture is on, and whether instructions are spoken. */
export const isAutoCaptureOn = signal(true)
export const isVoiceOn = signal(false)
/** Overlays drawn on the camera preview. */
export const liveLayers = signal<ReadonlySet<Layer>>(new Set(['outlines']))

export type Screen = 'awaiting' | 'refused' | 'batch' | 'start' | 'working' | 'result' | 'compare' | 'camera'
export const screen = computed<Screen>(() => {
  if (isProfileAwaited.value) return 'awaiting'
  if (profileProblem.value) return 'refused'
  if (isBatchOpen.value) return 'batch'
  if (camera.value) return 'camera'
  if (report.value) return 'result'
  if (photos.value.length > 1 && !photo.value) return 'compare'
  return photo.value && phase.value !== 'failed' ? 'working' : 'start'
})
