import type { Watch, WatchOptions } from './live'
import type { Locale } from './locale'
import type { Profile } from './profile'
import type { LiveReport, Report } from './report'

/** Bytes as they cross the wire, compressed where the host does that. */
export interface Progress {
  /** 'models': needed for the first verdicts; 'parts': what follows them; 'heic': for a photo of that format. */
  stage: string
  loadedBytes: number
  totalBytes: number
  /** With 'models': bytes of the stage that follows. */
  laterBytes?: number
}

export interface CheckerOptions {
  /**
   * Id of a profile of ours, or a profile of your own, which is validated: a bad one is refused naming the field.
   * Default 'hanjiang-2025'.
   */
  profile?: string | Profile
  /** Base URL of workers, wasm and models: where `lib/`, `models/` and `runtime/` are. Default: beside this file. */
  assets?: string
  /** Default: the page's lang, then the browser's, then zh-CN. */
  locale?: Locale
  onProgress?(progress: Progress): void
}

export interface Produced {
  jpeg: Blob
  fileName: string
  report: Report
}

export interface CheckOptions {
  signal?: AbortSignal
  /**
   * The first time, the model of ears, eyebrows, glasses, mouth and headwear is loaded only now: everything else is
   * told at once, in a report whose checks of these parts are unknown with reason 'pending'. Not called once that model
   * is there.
   */
  onPartial?(report: Report): void
  /**
   * Where the browser can't show the photo's format (HEIC in most): a JPEG of it to look at, upright, at most 2048 px,
   * before any report.
   */
  onPreview?(picture: Blob): void
}

export interface ProduceOptions {
  signal?: AbortSignal
  /**
   * Numbers that the profile's `fileName` asks for; one that is left out, or can't be one, is looked for in the photo's
   * own name. Where there is none the file is named `<the photo's name>-<profile>.jpg`.
   */
  numbers?: { 'id-number'?: string; 'student-number'?: string; 'exam-number'?: string }
}

/** Judges files by what they say of themselves: format, pixels, bytes, quality, density, colour, metadata. */
export interface FileInspector {
  /** Resolves once its script is loaded. Errors: assets-missing. */
  ready(): Promise<void>
  /**
   * The report without any model: checks of everything but the file are unknown with reason 'pending', and so is
   * `verdict` unless the file fails by itself. Errors: not-an-image, unsupported-format, damaged, too-large,
   * changed-file; a file that only the decoders can refuse is refused by Checker.check.
   */
  inspect(photo: Blob, options?: { signal?: AbortSignal }): Promise<Report>
  /** The same worker under another profile; closing either closes both. */
  withProfile(profile: string | Profile): FileInspector
  close(): void
}

export interface Checker {
  /**
   * Where face and person are looked for: on the page's own thread where workers have no WebGL (Safari before 17,
   * WebKitGTK); live is slower there.
   */
  readonly visionOn: 'workers' | 'page'
  /**
   * Judges every rule of the profile. Errors: not-an-image, unsupported-format, damaged, too-large, out-of-memory,
   * crashed, too-slow, aborted, closed, …
   */
  check(photo: Blob, options?: CheckOptions): Promise<Report>
  /**
   * Makes the JPEG, named by the profile's `fileName`; the report is of the produced file. Errors also: no-face,
   * many-faces, too-small, no-crop.
   */
  produce(photo: Blob, options?: ProduceOptions): Promise<Produced>
  watch(
    source: HTMLVideoElement | MediaStreamTrack,
    onReport: (report: LiveReport) => void,
    options?: WatchOptions,
  ): Watch
  /**
   * The same workers and models under another profile, for calls beside or after this one's; closing either closes
   * both. A bad profile is a TypeError naming the field.
   */
  withProfile(profile: string | Profile): Checker
  close(): void
}

export interface PoolOptions extends CheckerOptions {
  /** Photos looked at side by side. Default: by the device's cores and memory. */
  workers?: number
}

/**
 * Checks many photos side by side, each on a thread of its own. Calls wait for a free worker; a worker that breaks
 * costs its own photo alone.
 */
export interface Pool {
  /** How many there are: the first one at once, the others as soon as they have loaded. */
  readonly workers: number
  /**
   * `onThumbnail` gets a small JPEG of the planned crop, of the whole photo where there is none. Errors as
   * Checker.check.
   */
  check(photo: Blob, options?: { signal?: AbortSignal; onThumbnail?(picture: Blob): void }): Promise<Report>
  produce(photo: Blob, options?: { signal?: AbortSignal }): Promise<Produced>
  close(): void
}
