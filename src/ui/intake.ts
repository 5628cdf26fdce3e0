import { addPhotos, choosePhotos, refuseInput } from '../state/actions'
import { entriesOf, takeIntoBatch } from '../state/batch/door'
import { isPicture } from '../state/batch/pictures'
import { batchOpen } from '../state/batch/store'
import { isEmbedded, offersFiles } from '../state/embedding'
import { isProfileSettled } from '../state/own-profile'
import { MOST_SHOTS, photos } from '../state/store'

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
      if (holdsFiles(event) && offersFiles.value) over(1)
    },
    { signal },
  )
  document.addEventListener(
    'dragleave',
    event => {
      if (holdsFiles(event)) over(-1)
    },
    { signal },
  )
  document.addEventListener(
    'dragover',
    event => {
      if (holdsFiles(event)) event.preventDefault()
    },
    { signal },
  )
  document.addEventListener(
    'drop',
    event => {
      over(-depth)
      if (!holdsFiles(event)) return
      event.preventDefault()
      take(event.dataTransfer)
    },
    { signal },
  )
  document.addEventListener(
    'paste',
    event => {
      // Text pasted somewhere is no failed photo.
      if (event.clipboardData?.files.length) {
        event.preventDefault()
        take(event.clipboardData)
      }
    },
    { signal },
  )
  return () => ending.abort()
}

const holdsFiles = (event: DragEvent): boolean => event.dataTransfer?.types.includes('Files') ?? false

/**
 * The pictures; else the first file, so that the checker can say what is wrong with it. Beside several photos they are
 * more to compare; a folder, or more than can be compared, is a batch.
 */
function take(transfer: DataTransfer | null): void {
  // What is dropped too early must not be checked against another school's numbers.
  if (!offersFiles.value || !isProfileSettled()) return
  const files = [...(transfer?.files ?? [])]
  const pictures = files.filter(isPicture)
  const entries = transfer ? entriesOf(transfer) : []
  if (
    !isEmbedded &&
    (batchOpen.value || pictures.length > MOST_SHOTS || entries.some(({ isDirectory }) => isDirectory))
  ) {
    void takeIntoBatch(entries, files)
    return
  }
  const taken = pictures.length ? pictures : files.slice(0, 1)
  if (!taken.length) refuseInput()
  else if (photos.value.length > 1) void addPhotos(taken)
  else void choosePhotos(taken)
}
