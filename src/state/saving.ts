import { batch } from '@preact/signals'
import { withoutLimit } from '../profiles/general-limits'
import { buildFileName } from '../lib/file-name'
import { downloadUrl } from './download'
import { getChecker } from './checker'
import { givenTo, readDataUrl, savingWay, shareFile } from './give-file'
import { findPhoto, updatePhoto } from './photos'
import * as store from './store'
import { toFailure } from './failures'
import type { Produced } from '../contract/library'
import { typedNumbers } from './typed-numbers'

let currentSave: AbortController | null = null

/** Produces the open photo's file and hands it over; an already produced file is handed over again. */
export async function saveOpenPhoto(): Promise<void> {
  const entry = findPhoto(store.openPhotoId.value)
  if (!entry || store.isSaving.value) return
  if (entry.produced) giveAgain(entry, entry.produced)
  else await produceAndGive(entry)
}

/** The open photo's file where one general limit is set aside that no crop of it meets. */
export async function saveOutside(): Promise<void> {
  const entry = findPhoto(store.openPhotoId.value)
  const check = entry?.report?.shortage?.outside?.check
  if (entry && check !== undefined && !store.isSaving.value) await produceAndGive(entry, check)
}

/** Opens the share sheet for the open photo's file. */
export async function shareOpenPhoto(): Promise<void> {
  const produced = store.produced.value
  if (!produced) return
  givenTo.value = (await shareFile(produced.jpeg, produced.fileName)) ?? givenTo.value
}

async function produceAndGive({ id, photo }: store.PhotoEntry, outside: string | null = null): Promise<void> {
  const run = (currentSave = new AbortController())
  batch(() => {
    store.isSaving.value = true
    store.saveFailure.value = null
    givenTo.value = null
  })
  try {
    const checker = await getChecker(store.profileId.value, { locale: store.locale.value, onProgress: () => {} })
    const producing = outside === null ? checker : checker.withProfile(withoutLimit(store.profile.value, outside))
    const result = await producing.produce(photo.blob, { signal: run.signal, numbers: typedNumbers.value })
    const produced = await toProducedPhoto(result, outside)
    if (run.signal.aborted) return
    updatePhoto(id, { produced })
    giveFile(produced)
  } catch (error) {
    if (!run.signal.aborted) store.saveFailure.value = toFailure(error, photo.name)
  } finally {
    if (currentSave === run) store.isSaving.value = false
  }
}

async function toProducedPhoto(
  { jpeg, fileName, report }: Produced,
  outside: string | null,
): Promise<store.ProducedPhoto> {
  return {
    jpeg,
    report,
    fileName: markOutside(fileName, outside),
    url: savingWay.value === 'hold' ? await readDataUrl(jpeg) : URL.createObjectURL(jpeg),
    outside,
  }
}

const markOutside = (fileName: string, outside: string | null): string =>
  outside === null ? fileName : fileName.replace(/(\.jpg)?$/, '-outside.jpg')

function giveFile(produced: store.ProducedPhoto): void {
  if (savingWay.value !== 'hold') downloadUrl(produced)
  givenTo.value = savingWay.value
}

/** By the number as it is typed now. */
function giveAgain({ id, photo }: store.PhotoEntry, produced: store.ProducedPhoto): void {
  const { fileName: template, id: profileId } = store.profile.value
  const named = buildFileName(template, {
    original: photo.name ?? undefined,
    profileId,
    numbers: typedNumbers.value,
  })
  const renamed = { ...produced, fileName: markOutside(named, produced.outside) }
  updatePhoto(id, { produced: renamed })
  giveFile(renamed)
}

/** The photo was closed: aborts producing its file and clears the failure. */
export function stopSaving(): void {
  currentSave?.abort()
  currentSave = null
  batch(() => {
    store.isSaving.value = false
    store.saveFailure.value = null
    givenTo.value = null
  })
}
