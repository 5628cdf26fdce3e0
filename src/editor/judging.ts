import { batch, computed, effect, signal } from '@preact/signals'
import type { FailureCode } from '../contract/failure'
import { toFailure } from '../state/failures'
import type { Profile } from '../contract/profile'
import type { Report } from '../contract/report'
import { openPhoto } from '../state/actions'
import { addPhotoEntries, removePhotoEntries, replacePreview, updatePhoto } from '../state/photos'
import { locale, photo, progress, photos } from '../state/store'
import { createChecker } from '../zhaojian'
import { getSample, type SampleId } from './samples'
import { origin, profile, toProfile } from './store'
import type { Checker } from '../contract/library'

/** Judges the chosen portrait by the edited profile and by the one it started from, whenever either changes. */

/** Milliseconds without a change before the photo is judged. */
const JUDGE_DELAY_MS = 350

export const selectedSample = signal<SampleId | 'own'>('faultless')
export const isJudging = signal(false)
/** `report` by the edited profile, `before` by the one it started from (null where that one is invalid). */
export const judgedReports = signal<{ readonly report: Report; readonly before: Report | null } | null>(null)
export const judgeFailure = signal<FailureCode | null>(null)

export async function chooseSample(id: SampleId): Promise<void> {
  selectedSample.value = id
  const drawn = await getSample(id)
  if (selectedSample.value === id) showPhoto(drawn, 'sample')
}
export function chooseOwnPhoto(own: File): void {
  selectedSample.value = 'own'
  showPhoto(own, 'file')
}
function showPhoto(taken: File, from: 'sample' | 'file'): void {
  batch(() => {
    removePhotoEntries()
    addPhotoEntries([taken], from)
    openPhoto(photos.value[0]!.id)
  })
}

/** Holds only what a verdict or a crop depends on. */
const toVerdictKey = (of: Profile | null): string | null => of && JSON.stringify([of.ratio, of.density, of.checks])
const verdictKey = computed(() => toVerdictKey(profile.value))
/** The photo itself, not the preview that is shown in place of a HEIC file. */
const photoBlob = computed(() => photo.value?.blob ?? null)

let checker: Promise<Checker> | null = null
function getEditorChecker(): Promise<Checker> {
  checker ??= createChecker({
    locale: locale.value,
    onProgress: loaded => {
      progress.value = { ...loaded, secondsLeft: null }
    },
  })
  const own = checker
  own.catch(() => {
    if (checker === own) checker = null
  })
  return own
}

let running: AbortController | null = null
export function retry(): void {
  judgeFailure.value = null
  void judgePhoto()
}

export function startJudging(): void {
  void chooseSample('faultless')
  effect(() => {
    if (verdictKey.value === null || !photoBlob.value) return
    // Subscribes to `origin`, which `judgePhoto` reads only later.
    void origin.value
    running?.abort()
    const waiting = setTimeout(() => void judgePhoto(), JUDGE_DELAY_MS)
    return () => clearTimeout(waiting)
  })
}

/** The last report by the profile that the form started from. */
let formerReport: { readonly essence: string; readonly blob: Blob; readonly report: Promise<Report> } | null = null

async function judgePhoto(): Promise<void> {
  const edited = profile.value
  const blob = photoBlob.value
  const shot = photos.value[0]
  if (!edited || !blob || !shot) return
  running?.abort()
  const { signal: stop } = (running = new AbortController())
  isJudging.value = true
  try {
    const there = await getEditorChecker()
    const report = await there.withProfile(edited).check(blob, {
      signal: stop,
      onPreview: picture => replacePreview(shot.id, picture),
      onPartial: partial => {
        if (!stop.aborted) showPartialReport(shot.id, partial)
      },
    })
    const before = await getFormerReport(there, blob, edited, report)
    if (!stop.aborted) showReports(shot.id, report, before)
  } catch (error) {
    if (!stop.aborted) showFailure(error)
  } finally {
    if (running?.signal === stop) {
      running = null
      isJudging.value = false
    }
  }
}

function showPartialReport(photoId: number, report: Report): void {
  batch(() => {
    judgedReports.value = { report, before: null }
    updatePhoto(photoId, { report })
  })
}

function showReports(photoId: number, report: Report, before: Report | null): void {
  batch(() => {
    judgedReports.value = { report, before }
    judgeFailure.value = null
    updatePhoto(photoId, { report, checked: true })
  })
}

function showFailure(error: unknown): void {
  batch(() => {
    judgeFailure.value = toFailure(error, null).code
    judgedReports.value = null
  })
}

async function getFormerReport(there: Checker, blob: Blob, edited: Profile, report: Report): Promise<Report | null> {
  const begun = toProfile(origin.value.file)
  if (!begun) return null
  const by = toVerdictKey(begun)!
  if (formerReport?.essence === by && formerReport.blob === blob) return formerReport.report
  const own = {
    essence: by,
    blob,
    report: by === toVerdictKey(edited) ? Promise.resolve(report) : there.withProfile(begun).check(blob),
  }
  formerReport = own
  own.report.catch(() => {
    if (formerReport === own) formerReport = null
  })
  return own.report
}
