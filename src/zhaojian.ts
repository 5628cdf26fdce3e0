import type {
  Checker,
  CheckerOptions,
  CheckOptions,
  FileInspector,
  Pool,
  PoolOptions,
  Produced,
  ProduceOptions,
} from './contract/library'
import type { Profile, ProfileSummary } from './contract/profile'
import type { LiveReport, Report } from './contract/report'
import { PhotoError } from './contract/failure'
import { assertBrowserSupported } from './engine/browser-support'
import { getDefaultAssetRoot, startWorkers, type Workers } from './engine/workers'
import { startPool } from './engine/create-pool'
import { FileFactsReader } from './engine/file-facts-reader'
import { areAssetsCached } from './loading/cached-assets'
import { localiseFailure, resolveLocale } from './text/locale'
import { checkFile, produceFile } from './pipeline/check-file'
import { inspectFile } from './pipeline/inspect-file'
import { createCheckContext } from './engine/open-photo'
import { chooseBackground } from './profiles/choose-background'
import {
  addProfileFiles,
  getProfile,
  getProfileFile,
  isProfileLoaded,
  listProfileNames,
  listProfiles,
  loadProfiles,
  resolveProfile,
} from './profiles/registry'
import type { WorkerPool } from './engine/worker-pool'
import { migrateProfile, parseProfile, ProfileError, profileProblems, type ProfileProblem } from './profiles/parse'
import { watch } from './live/watch'
import type { Watch, WatchOptions } from './contract/live'
import type { Locale } from './contract/locale'

/**
 * What a host page (through src/library.ts, which adds the profiles) and Zhaojian's own page may use (docs/library.md).
 */
export { describeCheck, explain } from './report/explain'
export { chooseBackground, getProfile, getProfileFile, listProfiles, migrateProfile, PhotoError, profileProblems }
/** For the project's own page, which loads profiles when they are chosen; with the library they are all there. */
export { addProfileFiles, isProfileLoaded, listProfileNames, loadProfiles }
/** The rules, for the project's own page, which would else bundle all of their words once more; not for host pages. */
export { RULES } from './rules'
/** How many workers a pool has on this device where nothing is said. */
export { suggestWorkerCountHere as workersHere } from './engine/create-pool'
export type { Check, LiveReport, Report, Verdict } from './contract/report'
export type { FailureCode } from './contract/failure'
export type { Limit } from './contract/limit'
export type {
  Checker,
  CheckerOptions,
  CheckOptions,
  FileInspector,
  Pool,
  PoolOptions,
  Produced,
  ProduceOptions,
  Progress,
} from './contract/library'
export type { Locale, Profile, ProfileProblem, ProfileSummary, Watch, WatchOptions }

/** Loads the models and starts the workers; ready with the first of them. Errors as createChecker. */
export async function createPool(options: PoolOptions = {}): Promise<Pool> {
  const locale = resolveLocale(options.locale)
  const profile = resolveProfile(options.profile ?? 'hanjiang-2025')
  try {
    assertBrowserSupported()
    return new LocalPool(
      await startPool(toAssetRoot(options.assets), profile, options.workers, options.onProgress),
      locale,
    )
  } catch (error) {
    throw localiseFailure(error, locale)
  }
}

/**
 * Loads models and workers. Errors: assets-missing, unsupported-browser, out-of-memory, crashed, too-slow; a bad
 * profile is a TypeError naming the field.
 */
export async function createChecker(options: CheckerOptions = {}): Promise<Checker> {
  const locale = resolveLocale(options.locale)
  const profile = resolveProfile(options.profile ?? 'hanjiang-2025')
  try {
    assertBrowserSupported()
    return new LocalChecker(profile, locale, await startWorkers(toAssetRoot(options.assets), options.onProgress))
  } catch (error) {
    throw localiseFailure(error, locale)
  }
}

/**
 * Starts a worker that judges files before any model is loaded. Errors: unsupported-browser; a bad profile is a
 * TypeError naming the field.
 */
export function createFileInspector(
  options: Pick<CheckerOptions, 'profile' | 'assets' | 'locale'> = {},
): FileInspector {
  const locale = resolveLocale(options.locale)
  const profile = resolveProfile(options.profile ?? 'hanjiang-2025')
  try {
    assertBrowserSupported()
    return new LocalFileInspector(profile, locale, new FileFactsReader(toAssetRoot(options.assets)))
  } catch (error) {
    throw localiseFailure(error, locale)
  }
}

/**
 * Whether models and wasm are all kept on this device, as they are once the first photo is checked to its end: then
 * they are never asked for again. `assets` as for createChecker. The page and the library's own scripts are the host's
 * to keep.
 */
export async function keptOffline(assets?: string): Promise<boolean> {
  return typeof document !== 'undefined' && areAssetsCached(toAssetRoot(assets))
}

/**
 * A profile file's content with everything it extends, ready to use; else the first field that is wrong, and why (in
 * English, for who wrote it).
 */
export function validateProfile(json: unknown): { profile: Profile } | { path: string; problem: string } {
  try {
    return { profile: parseProfile(json) }
  } catch (error) {
    if (error instanceof ProfileError) return { path: error.path, problem: error.problem }
    throw error
  }
}

const toAssetRoot = (assets: string | undefined): URL =>
  assets === undefined ? getDefaultAssetRoot() : new URL(assets.replace(/\/?$/, '/'), document.baseURI)

class LocalChecker implements Checker {
  /** `session` is shared with the checkers that `withProfile` makes. */
  constructor(
    private readonly profile: Profile,
    private readonly locale: Locale,
    private readonly workers: Workers,
    private readonly session = { closed: false, watches: new Set<Watch>() },
  ) {}

  get visionOn(): Workers['visionOn'] {
    return this.workers.visionOn
  }

  check(photo: Blob, { signal, onPartial, onPreview }: CheckOptions = {}): Promise<Report> {
    return this.run(signal, () =>
      checkFile(createCheckContext(this.workers, this.profile, onPreview), photo, {
        signal,
        onPartial: this.workers.parts.isReady ? undefined : onPartial,
      }),
    )
  }

  produce(photo: Blob, { signal, numbers }: ProduceOptions = {}): Promise<Produced> {
    return this.run(signal, async () => {
      const { jpeg, report } = await produceFile(createCheckContext(this.workers, this.profile), photo, signal, numbers)
      return { jpeg, fileName: jpeg.name, report }
    })
  }

  watch(
    source: HTMLVideoElement | MediaStreamTrack,
    onReport: (report: LiveReport) => void,
    { onFailure }: WatchOptions = {},
  ): Watch {
    if (this.session.closed) throw localiseFailure(new PhotoError('closed'), this.locale)
    const running = watch(source, this.profile, this.workers, {
      onReport,
      onFailure: failure => onFailure?.(localiseFailure(failure, this.locale)),
    })
    this.session.watches.add(running)
    return {
      capture: () => running.capture(),
      stop: () => {
        this.session.watches.delete(running)
        running.stop()
      },
    }
  }

  withProfile(profile: string | Profile): Checker {
    return new LocalChecker(resolveProfile(profile), this.locale, this.workers, this.session)
  }

  close(): void {
    this.session.closed = true
    for (const running of this.session.watches) running.stop()
    this.session.watches.clear()
    this.workers.close()
  }

  private async run<T>(signal: AbortSignal | undefined, work: () => Promise<T>): Promise<T> {
    try {
      if (this.session.closed) throw new PhotoError('closed')
      if (signal?.aborted) throw new PhotoError('aborted')
      return await work()
    } catch (error) {
      throw localiseFailure(
        this.session.closed ? new PhotoError('closed', 'closed', { cause: error }) : error,
        this.locale,
      )
    }
  }
}

class LocalFileInspector implements FileInspector {
  constructor(
    private readonly profile: Profile,
    private readonly locale: Locale,
    private readonly reader: FileFactsReader,
  ) {}

  ready(): Promise<void> {
    return this.localiseErrors(this.reader.ready())
  }

  inspect(photo: Blob, { signal }: { signal?: AbortSignal } = {}): Promise<Report> {
    return this.localiseErrors(this.reader.readFacts(photo, signal).then(facts => inspectFile(facts, this.profile)))
  }

  withProfile(profile: string | Profile): FileInspector {
    return new LocalFileInspector(resolveProfile(profile), this.locale, this.reader)
  }

  close(): void {
    this.reader.close()
  }

  private localiseErrors<T>(answer: Promise<T>): Promise<T> {
    return answer.catch((error: unknown) => {
      throw localiseFailure(error, this.locale)
    })
  }
}

class LocalPool implements Pool {
  constructor(
    private readonly workerPool: WorkerPool,
    private readonly locale: Locale,
  ) {}

  get workers(): number {
    return this.workerPool.workers
  }

  check(
    photo: Blob,
    { signal, onThumbnail }: { signal?: AbortSignal; onThumbnail?(picture: Blob): void } = {},
  ): Promise<Report> {
    return this.localiseErrors(this.workerPool.check(photo, onThumbnail, signal))
  }

  async produce(photo: Blob, { signal }: { signal?: AbortSignal } = {}): Promise<Produced> {
    const { jpeg, report } = await this.localiseErrors(this.workerPool.produce(photo, signal))
    return { jpeg, fileName: jpeg.name, report }
  }

  close(): void {
    this.workerPool.close()
  }

  private localiseErrors<T>(answer: Promise<T>): Promise<T> {
    return answer.catch((error: unknown) => {
      throw localiseFailure(error, this.locale)
    })
  }
}
