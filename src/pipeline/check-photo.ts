import type { OpenedImage, StageWorkers } from '../contract/apis'
import type { Profile } from '../contract/profile'
import type { Report } from '../contract/report'
import { getUnit } from '../rules/index'
import { judge } from '../verdict/judge'
import { createReport } from './create-report'
import { describeShortage } from './describe-shortage'
import type { PhotoSource } from './photo-source'
import {
  detectFaceAndPerson,
  detectParts,
  measurePhoto,
  openPhoto,
  planPhotoCrop,
  releasePhoto,
  type Measured,
  type Planned,
} from './stages'

/**
 * The flow of a photo file and of a camera frame; start reading here.
 *
 *   open -> detect (face | person) -> plan the crop -> parts -> measure -> judge -> report
 *
 * Pixels stay in the photo worker; only landmarks, a mask and numbers cross threads. The profile is used twice: its
 * geometry and file limits when the crop is planned, all its limits when judging. Measures never see a threshold.
 */
export async function checkPhoto<Image extends OpenedImage>(
  context: CheckContext,
  source: PhotoSource<Image>,
  { signal, withParts = true, onPlanned, onPartial }: CheckPhotoOptions = {},
): Promise<CheckedPhoto> {
  const { workers, profile } = context
  const opened = await openPhoto(source, workers, signal)
  try {
    const detected = await detectFaceAndPerson(source, opened, signal)
    const planned = planPhotoCrop(detected, profile)
    await onPlanned?.(planned)
    if (onPartial) {
      const partial = reportPhoto(await measurePhoto(planned, workers, signal), source, profile)
      if (!signal?.aborted) onPartial(partial)
    }
    const complete = withParts ? await detectParts(planned, workers, signal) : planned
    const measured = await measurePhoto(complete, workers, signal)
    return { ...measured, report: reportPhoto(measured, source, profile) }
  } catch (error) {
    releasePhoto(opened.opened, workers)
    throw error
  }
}

/** Judges the readings under the profile and creates the report. */
function reportPhoto(measured: Measured, { facts }: PhotoSource, profile: Profile): Report {
  const { opened, readings, plan, timings } = measured
  const { file, width, height } = opened
  const source = { ...facts, type: file?.type ?? facts.type, width, height, orientation: file?.orientation ?? 1 }
  // A frame gets its instruction from the coach.
  const shortage = file ? describeShortage(measured, profile) : undefined
  return createReport({ profile, source, judged: judge(readings, profile, getUnit), plan, shortage, timings })
}

/** Where photos are checked (one worker per model, or one for all) and under which profile. */
export interface CheckContext {
  readonly workers: StageWorkers
  readonly profile: Profile
}

export interface CheckPhotoOptions {
  readonly signal?: AbortSignal | undefined
  /** If false, the rules that need parts report `pending`. */
  readonly withParts?: boolean
  /** Called with the planned crop, before anything is measured. */
  readonly onPlanned?: ((planned: Planned) => void | Promise<void>) | undefined
  /** Called with the verdicts that don't need the parts model, before it has run. */
  readonly onPartial?: ((report: Report) => void) | undefined
}

/** The photo worker still holds its pixels: the caller releases them. */
export interface CheckedPhoto extends Measured {
  readonly report: Report
}
