import type { Profile, ProfileSummary } from './contract/profile'
import type { LiveReport, Report } from './contract/report'
import { PhotoError } from './contract/failure'
import type { Locale } from './contract/rule'
import { defaultAssetRoot, enlistCrew, type Crew } from './crew'
import { isAllKept } from './loading/kept'
import { localised, localeOf } from './locale'
import { openPhoto, type Opening } from './open'
import { cut, lookCloser, release, report, see, type Seen } from './pipeline'
import { getProfile, getProfileFile, listProfiles, resolveProfile } from './profiles'
import { parseProfile, ProfileError, profileProblems, type ProfileProblem } from './profiles/parse'
import { watch, type Watch } from './live/watch'

/** The library's only entry: what a host page, and Zhaojian's own page, may use (docs/library.md). */
export { describeCheck, explain } from './explain'
export { getProfile, getProfileFile, listProfiles, PhotoError, profileProblems }
export type { Check, LiveReport, Report, Verdict } from './contract/report'
export type { FailureCode } from './contract/failure'
export type { Limit } from './contract/limit'
export type { Locale, Profile, ProfileProblem, ProfileSummary, Watch }

export interface Progress { stage: string; loadedBytes: number; totalBytes: number }

export interface CheckerOptions {
  /** Id of a profile of ours, or a profile of your own, which is validated: a bad one is refused naming the field. Default 'hanjiang-2025'. */
  profile?: string | Profile
  /** Base URL of workers, wasm and models: where `lib/`, `models/` and `runtime/` are. Default: beside this file. */
  assets?: string
  /** Default: the page's lang, then the browser's, then zh-CN. */
  locale?: Locale
  onProgress?(progress: Progress): void
}

export interface Produced { jpeg: Blob; fileName: string; report: Report }

export interface CheckOptions {
  signal?: AbortSignal
  /**
   * The first time, the model of ears, eyebrows, glasses, mouth and headwear is loaded only now: everything else is told at once,
   * in a report whose checks of these parts are unknown with reason 'pending'. Not called once that model is there.
   */
  onPartial?(report: Report): void
  /** Where the browser can't show the photo's format (HEIC in most): a JPEG of it to look at, upright, at most 2048 px, before any report. */
  onPreview?(picture: Blob): void
}

export interface Checker {
  /** Where face and person are looked for: on the page's own thread where workers have no WebGL (Safari before 17, WebKitGTK); live is slower there. */
  readonly visionOn: 'workers' | 'page'
  /** Judges every rule of the profile. Errors: not-an-image, unsupported-format, damaged, too-large, out-of-memory, aborted, closed, … */
  check(photo: Blob, options?: CheckOptions): Promise<Report>
  /** Makes the JPEG; the report is of the produced file. Errors also: no-face, many-faces, too-small, no-crop. */
  produce(photo: Blob, options?: { signal?: AbortSignal }): Promise<Produced>
  watch(source: HTMLVideoElement | MediaStreamTrack, onReport: (report: LiveReport) => void): Watch
  /** The same workers and models under another profile, for calls beside or after this one's; closing either closes both. A bad profile is a TypeError naming the field. */
  withProfile(profile: string | Profile): Checker
  close(): void
}

/** Loads models and workers. Errors: assets-missing, unsupported-browser, out-of-memory; a bad profile is a TypeError naming the field. */
export async function createChecker(options: CheckerOptions = {}): Promise<Checker> {
  const locale = localeOf(options.locale)
  const profile = resolveProfile(options.profile ?? 'hanjiang-2025')
  try {
    return new LocalChecker(profile, locale, await enlistCrew(rootOf(options.assets), options.onProgress))
  } catch (error) {
    throw localised(error, locale)
  }
}

/** A profile of your own with all that it leaves to the rules filled in, or its first bad field. */
export function validateProfile(json: unknown): { profile: Profile } | { path: string; problem: string } {
  try { return { profile: parseProfile(json) } } catch (error) {
    if (error instanceof ProfileError) return { path: error.path, problem: error.problem }
    throw error
  }
}

/**
 * Whether models and wasm are all kept on this device, as they are once the first photo is checked to its end: then they are never asked
 * for again. `assets` as for createChecker. The page and the library's own scripts are the host's to keep.
 */
export function keptOffline(assets?: string): Promise<boolean> { return isAllKept(rootOf(assets)) }

const rootOf = (assets: string | undefined): URL => assets === undefined ? defaultAssetRoot() : new URL(assets.replace(/\/?$/, '/'), document.baseURI)

class LocalChecker implements Checker {
  /** `life` is shared with whom `withProfile` made. */
  constructor(private readonly profile: Profile, private readonly locale: Locale, private readonly crew: Crew, private readonly life = { closed: false, watches: new Set<Watch>() }) {}

  get visionOn(): Crew['visionOn'] { return this.crew.visionOn }

  check(photo: Blob, { signal, onPartial, onPreview }: CheckOptions = {}): Promise<Report> {
    return this.run(signal, () => this.open(photo, { signal, onPreview }, async seen => {
      if (onPartial && !this.crew.parts.ready) {
        const partial = await this.report(photo, seen, signal)
        if (!signal?.aborted) onPartial(partial)
      }
      return this.reportClosely(photo, seen, signal)
    }))
  }

  produce(photo: Blob, { signal }: { signal?: AbortSignal } = {}): Promise<Produced> {
    return this.run(signal, async () => {
      const encoded = await this.open(photo, { signal }, seen => cut(seen, this.profile, this.crew, signal))
      const fileName = `${stemOf(photo) ?? 'photo'}-${this.profile.id}.jpg`
      const jpeg = new File([encoded.bytes], fileName, { type: 'image/jpeg' })
      // The produced file is judged as any other: what it says of itself is read from its own bytes and pixels.
      const made = await this.open(jpeg, { signal }, seen => this.reportClosely(jpeg, seen, signal))
      return { jpeg, fileName, report: { ...made, timings: { ...made.timings, ...encoded.timings } } }
    })
  }

  watch(source: HTMLVideoElement | MediaStreamTrack, onReport: (report: LiveReport) => void): Watch {
    if (this.life.closed) throw localised(new PhotoError('closed'), this.locale)
    const running = watch(source, this.profile, this.crew, onReport)
    this.life.watches.add(running)
    return { capture: () => running.capture(), stop: () => { this.life.watches.delete(running); running.stop() } }
  }

  withProfile(profile: string | Profile): Checker { return new LocalChecker(resolveProfile(profile), this.locale, this.crew, this.life) }

  close(): void {
    this.life.closed = true
    for (const running of this.life.watches) running.stop()
    this.life.watches.clear()
    this.crew.close()
  }

  private async open<T>(photo: Blob, opening: Opening, use: (seen: Seen) => Promise<T>): Promise<T> {
    const seen = await see(() => openPhoto(photo, { ...opening, name: nameOf(photo) }, this.crew), this.profile, this.crew, opening.signal)
    try { return await use(seen) } finally { release(seen.opened, this.crew) }
  }

  private async reportClosely(photo: Blob, seen: Seen, signal: AbortSignal | undefined): Promise<Report> {
    return this.report(photo, await lookCloser(seen, this.crew, signal), signal)
  }

  private report(photo: Blob, seen: Seen, signal: AbortSignal | undefined): Promise<Report> {
    const name = nameOf(photo)
    return report(seen, { ...(name === undefined ? {} : { name }), bytes: photo.size, type: photo.type }, this.profile, this.crew, signal)
  }

  private async run<T>(signal: AbortSignal | undefined, work: () => Promise<T>): Promise<T> {
    try {
      if (this.life.closed) throw new PhotoError('closed')
      if (signal?.aborted) throw new PhotoError('aborted')
      return await work()
    } catch (error) {
      throw localised(this.life.closed ? new PhotoError('closed', 'closed', { cause: error }) : error, this.locale)
    }
  }
}

const nameOf = (photo: Blob): string | undefined => photo instanceof File ? photo.name : undefined

/** File name without folder and ending; undefined for a nameless blob. */
function stemOf(photo: Blob): string | undefined {
  return nameOf(photo)?.replace(/^.*[/\\]/, '').replace(/\.[^.]*$/, '') || undefined
}
