import type { FileInspector } from '../contract/library'
import type { Profile } from '../contract/profile'
import { createFileInspector, PhotoError } from '../zhaojian'
import type { Report } from '../contract/report'
import * as store from './store'

/** What a photo's file says by itself, while the models are still loading. */

let inspector: FileInspector | null = null

/** Loads the inspector's script, a hundredth of the models, ahead of them. Never fails. */
export async function startInspector(): Promise<void> {
  try {
    inspector ??= createFileInspector({ profile: store.profile.value, locale: store.locale.value })
    await inspector.ready()
  } catch {
    // The models then report what is wrong.
  }
}

export function closeInspector(): void {
  inspector?.close()
  inspector = null
}

/** Report of the file alone; null where there is no inspector. Errors: those of the file; aborted. */
export async function inspectPhoto(photo: Blob, profile: Profile, signal: AbortSignal): Promise<Report | null> {
  try {
    return (await inspector?.withProfile(profile).inspect(photo, { signal })) ?? null
  } catch (error) {
    if (error instanceof PhotoError && INSPECTOR_FAILURES.has(error.code)) return null
    throw error
  }
}

/** Failures of the inspector itself: the models have still to say something about the file. */
const INSPECTOR_FAILURES = new Set<PhotoError['code']>([
  'assets-missing',
  'closed',
  'crashed',
  'too-slow',
  'unexpected',
])
