import { batch, computed, effect, signal } from '@preact/signals'
import { isFailureCode, type FailureCode } from '../contract/failure'
import type { Profile } from '../contract/profile'
import type { Report } from '../contract/report'
import { openShot } from '../state/actions'
import { addShots, dropShots, showInstead, updatePhoto } from '../state/photos'
import { locale, photo, progress, photos } from '../state/store'
import { createChecker } from '../zhaojian'
import { sampleOf, type SampleId } from './samples'
import { origin, profile, profileOf } from './store'
import type { Checker } from '../contract/library'

/** Judges the chosen portrait by the edited profile, and by the one it began with, whenever either changes. */

/** Milliseconds without a change before it is judged. */
const PAUSE = 350

export const sample = signal<SampleId | 'own'>('faultless')
export const judging = signal(false)
/** `report` by the edited profile, `before` by the one it began with (null where that one can't be used). */
export const judged = signal<{ readonly report: Report; readonly before: Report | null } | null>(null)
export const trouble = signal<FailureCode | 'unexpected' | null>(null)

export async function chooseSample(id: SampleId): Promise<void> {
  sample.value = id
  const drawn = await sampleOf(id)
  if (sample.value === id) look(drawn, 'sample')
}
export function chooseOwn(own: File): void {
  sample.value = 'own'
  look(own, 'file')
}
function look(taken: File, from: 'sample' | 'file'): void {
  batch(() => {
    dropShots()
    addShots([taken], from)
    openShot(photos.value[0]!.id)
  })
}

/** Only what a verdict or a crop depends on. */
const essence = (of: Profile | null): string | null => of && JSON.stringify([of.ratio, of.density, of.checks])
const essenceNow = computed(() => essence(profile.value))
/** The photo itself: a picture shown in its place (HEIC) is none to judge. */
const blobNow = computed(() => photo.value?.blob ?? null)

let checker: Promise<Checker> | null = null
function checkerThere(): Promise<Checker> {
  checker ??= createChecker({
    locale: locale.value,
    onProgress: told => {
      progress.value = told
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
  trouble.value = null
  void judge()
}

export function keepJudging(): void {
  void chooseSample('faultless')
  effect(() => {
    if (essenceNow.value === null || !blobNow.value) return
    // Its change matters too, though `judge` reads it later.
    void origin.value
    running?.abort()
    const waiting = setTimeout(() => void judge(), PAUSE)
    return () => clearTimeout(waiting)
  })
}

/** Reports by the profile that was begun with: one for each photo. */
let former: { readonly essence: string; readonly blob: Blob; readonly report: Promise<Report> } | null = null

async function judge(): Promise<void> {
  const edited = profile.value,
    blob = blobNow.value,
    shot = photos.value[0]
  if (!edited || !blob || !shot) return
  running?.abort()
  const { signal: stop } = (running = new AbortController())
  judging.value = true
  try {
    const there = await checkerThere()
    const report = await there.withProfile(edited).check(blob, {
      signal: stop,
      onPreview: picture => showInstead(shot.id, picture),
      onPartial: partial => {
        if (!stop.aborted)
          batch(() => {
            judged.value = { report: partial, before: null }
            updatePhoto(shot.id, { report: partial })
          })
      },
    })
    const before = await reportBefore(there, blob, edited, report)
    if (stop.aborted) return
    batch(() => {
      judged.value = { report, before }
      trouble.value = null
      updatePhoto(shot.id, { report, checked: true })
    })
  } catch (error) {
    if (stop.aborted) return
    const code = (error as { code?: unknown }).code
    if (!isFailureCode(code)) console.error(error)
    batch(() => {
      trouble.value = isFailureCode(code) ? code : 'unexpected'
      judged.value = null
    })
  } finally {
    if (running?.signal === stop) {
      running = null
      judging.value = false
    }
  }
}

async function reportBefore(there: Checker, blob: Blob, edited: Profile, report: Report): Promise<Report | null> {
  const begun = profileOf(origin.value.file)
  if (!begun) return null
  const by = essence(begun)!
  if (former?.essence === by && former.blob === blob) return former.report
  const own = {
    essence: by,
    blob,
    report: by === essence(edited) ? Promise.resolve(report) : there.withProfile(begun).check(blob),
  }
  former = own
  own.report.catch(() => {
    if (former === own) former = null
  })
  return own.report
}
