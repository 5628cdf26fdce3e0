import { addPhotos, choosePhotos, showNotAFile } from '../state/actions'
import { readDroppedEntries, importIntoBatch } from '../state/batch/batch-entry'
import { isPicture } from '../state/batch/is-picture'
import { isBatchOpen } from '../state/batch/store'
import { isEmbedded, offersFiles } from '../state/embedding'
import { isProfileReady } from '../state/own-profile'
import { MAX_PHOTOS, photos } from '../state/store'

/** Takes photos that are pasted or dropped anywhere on the page. Returns the function that stops it. */
export function listenForPhotos(onDrag: (isOver: boolean) => void): () => void {
  const ending = new AbortController()
  const listen = <Type extends keyof DocumentEventMap>(
    type: Type,
    handle: (event: DocumentEventMap[Type]) => void,
  ): void => document.addEventListener(type, handle, { signal: ending.signal })
  // Entering a child element leaves its parent: only the balance shows whether the pointer left the page.
  let depth = 0
  const over = (change: number): void => {
    depth = Math.max(0, depth + change)
    onDrag(depth > 0)
  }

  listen('dragenter', event => {
    if (hasFiles(event) && offersFiles.value) over(1)
  })
  listen('dragleave', event => {
    if (hasFiles(event)) over(-1)
  })
  listen('dragover', event => {
    if (hasFiles(event)) event.preventDefault()
  })
  listen('drop', event => {
    over(-depth)
    if (!hasFiles(event)) return
    event.preventDefault()
    handleTransfer(event.dataTransfer)
  })
  listen('paste', event => {
    // A paste of text is no failed photo.
    if (!event.clipboardData?.files.length) return
    event.preventDefault()
    handleTransfer(event.clipboardData)
  })
  return () => ending.abort()
}

const hasFiles = (event: DragEvent): boolean => event.dataTransfer?.types.includes('Files') ?? false

/**
 * Takes the pictures; else the first file, so that the checker can report what is wrong with it. While several photos
 * are compared, adds to them; opens a batch for a folder, or for more photos than can be compared.
 */
function handleTransfer(transfer: DataTransfer | null): void {
  // Files dropped before the profile is ready must not be checked against another school's limits.
  if (!offersFiles.value || !isProfileReady()) return
  const files = [...(transfer?.files ?? [])]
  const pictures = files.filter(isPicture)
  const entries = transfer ? readDroppedEntries(transfer) : []
  if (
    !isEmbedded &&
    (isBatchOpen.value || pictures.length > MAX_PHOTOS || entries.some(({ isDirectory }) => isDirectory))
  ) {
    void importIntoBatch(entries, files)
    return
  }
  const taken = pictures.length ? pictures : files.slice(0, 1)
  if (!taken.length) showNotAFile()
  else if (photos.value.length > 1) void addPhotos(taken)
  else void choosePhotos(taken)
}
