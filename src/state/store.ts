import { computed, signal } from '@preact/signals'
import type { Profile } from '../contract/profile'
import type { LiveReport, Report } from '../contract/report'
import { isBatchOpen } from './batch/store'
import type { Device } from './devices'
import { getProfileById } from './checker'
import { isProfileAwaited, profileProblem } from './own-profile'
import type { Failure } from './page-failure'
import { getInitialLocale, getInitialProfileId } from './preferences'
import type { Locale } from '../contract/locale'

/** What the page shows. Only src/state writes here; components read. */

export type Phase = 'loading' | 'ready' | 'checking' | 'done' | 'failed'
/** Where a photo came from: chosen, dropped or pasted; taken with the page's camera; drawn. */
export type Origin = 'file' | 'camera' | 'sample'
export interface Photo {
  readonly blob: Blob
  readonly url: string
  readonly name: string | null
  readonly origin: Origin
}
export interface ProducedPhoto {
  readonly jpeg: Blob
  readonly url: string
  readonly fileName: string
  readonly report: Report
}
/** One photo and what came of it. `checked`: report or failure is final. */
export interface PhotoEntry {
  readonly id: number
  readonly photo: Photo
  readonly checked: boolean
  readonly report: Report | null
  readonly failure: Failure | null
  readonly produced: ProducedPhoto | null
  /**
   * Object URL of a small picture for the comparison; null before it is made, and where the browser can't show the
   * photo.
   */
  readonly thumbnail: string | null
}
export interface LoadProgress {
  readonly stage: string
  readonly loadedBytes: number
  readonly totalBytes: number
}

export const locale = signal<Locale>(getInitialLocale())
export const profileId = signal<string>(getInitialProfileId())
export const profile = computed<Profile>(() => getProfileById(profileId.value))

export const phase = signal<Phase>('loading')
export const progress = signal<LoadProgress | null>(null)
/** The photos taken in: mostly one, up to MOST_SHOTS to compare. */
export const photos = signal<readonly PhotoEntry[]>([])
export const MAX_PHOTOS = 6
/** Files that were one too many, of the last choice. */
export const leftOutCount = signal(0)
/** Id of the photo that is looked at; null in the comparison. */
export const openPhotoId = signal<number | null>(null)
const openEntry = computed<PhotoEntry | null>(() => photos.value.find(({ id }) => id === openPhotoId.value) ?? null)
export const photo = computed<Photo | null>(() => openEntry.value?.photo ?? null)
export const report = computed<Report | null>(() => openEntry.value?.report ?? null)
export const produced = computed<ProducedPhoto | null>(() => openEntry.value?.produced ?? null)

/** What the start screen says of the only photo, of the camera or of loading; of several photos each keeps its own. */
export const failure = signal<Failure | null>(null)

export const isSaving = signal(false)
export const saveFailure = signal<Failure | null>(null)

/** Check id that the photo and the list both point at. */
export const selectedCheckId = signal<string | null>(null)

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
  /** The models run on the page, because workers have no WebGL here: slower. */
  readonly slow: boolean
}
/** null while the camera is off. */
export const camera = signal<Camera | null>(null)
export const liveReport = signal<LiveReport | null>(null)
/** Whether the photo takes itself when all is right, and whether instructions are spoken. */
export const isAutoCaptureOn = signal(true)
export const isVoiceOn = signal(false)
/** What is drawn on the camera's picture. */
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
