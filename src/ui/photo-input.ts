import { addPhotos, choosePhotos, showNotAFile } from '../state/actions'
import { readDroppedEntries, importIntoBatch } from '../state/batch/batch-entry'
import { isPicture } from '../state/batch/is-picture'
import { isBatchOpen } from '../state/batch/store'
import { isEmbedded, offersFiles } from '../state/embedding'
import { isProfileReady } from '../state/own-profile'
import { MAX_PHOTOS, photos } from '../state/store'

/** Takes a photo that is pasted or dropped anywhere on the page. Returns what ends it. */
export function listenForPhotos(onDrag: (isOver: boolean) => void): () => void {
  const ending = new AbortController()
  const { signal } = ending
  // Moving over a child leaves its parent: only the balance tells whether the page was left.
  let depth = 0
  const over = (change: number): void => {
    depth = Math.max(0, depth + change)
    onDrag(depth > 0)
  }

  document.addEventListener(
    'dragenter',
    event => {
      if (hasFiles(event) && offersFiles.value) over(1)
    },
    { signal },
  )
  document.addEventListener(
    'dragleave',
    event => {
      if (hasFiles(event)) over(-1)
    },
    { signal },
  )
  document.addEventListener(
    'dragover',
    event => {
      if (hasFiles(event)) event.preventDefault()
    },
    { signal },
  )
  document.addEventListener(
    'drop',
    event => {
      over(-depth)
      if (!hasFiles(event)) return
      event.preventDefault()
      handleTransfer(event.dataTransfer)
    },
    { signal },
  )
  document.addEventListener(
    'paste',
    event => {
      // Text pasted somewhere is no failed photo.
      if (event.clipboardData?.files.length) {
        event.preventDefault()
        handleTransfer(event.clipboardData)
      }
    },
    { signal },
  )
  return () => ending.abort()
}

const hasFiles = (event: DragEvent): boolean => event.dataTransfer?.types.includes('Files') ?? false

/**
 * The pictures; else the first file, so that the checker can say what is wrong with it. Beside several photos they are
 * more to compare; a folder, or more than can be compared, is a batch.
 */
function handleTransfer(transfer: DataTransfer | null): void {
  // What is dropped too early must not be checked against another school's numbers.
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
