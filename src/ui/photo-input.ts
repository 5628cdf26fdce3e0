import { addPhotos, choosePhotos, showIsOnAPage, showNotAFile } from '../state/actions'
import { readDroppedEntries, importIntoBatch } from '../state/batch/batch-entry'
import { isPicture } from '../state/batch/is-picture'
import { isBatchOpen } from '../state/batch/store'
import { isEmbedded, offersFiles } from '../state/embedding'
import { isProfileReady } from '../state/own-profile'
import { MAX_PHOTOS, photos } from '../state/store'

/** Accepts photos pasted or dropped anywhere on the page. Returns a function that stops it. */
export function listenForPhotos(onDrag: (isOver: boolean) => void): () => void {
  const ending = new AbortController()
  const listen = <Type extends keyof DocumentEventMap>(
    type: Type,
    handle: (event: DocumentEventMap[Type]) => void,
  ): void => document.addEventListener(type, handle, { signal: ending.signal })
  // dragleave also fires when a child element is entered; only the count shows that the pointer left the page.
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
  // What is dragged within this page, a link or a result's picture, is nothing new.
  let isOwn = false
  listen('dragstart', () => void (isOwn = true))
  listen('dragend', () => void (isOwn = false))
  listen('dragover', event => {
    if (hasFiles(event) || hasAddress(event)) event.preventDefault()
  })
  listen('drop', event => {
    over(-depth)
    if (!hasFiles(event) && !hasAddress(event)) return
    // Else the browser would leave this page for the picture's address.
    event.preventDefault()
    if (isOwn) return
    if (event.dataTransfer?.files.length) handleTransfer(event.dataTransfer)
    else if (offersFiles.value && isProfileReady()) showIsOnAPage()
  })
  listen('paste', event => {
    // Cells of a spreadsheet come as text and as a picture of them: a field takes the text.
    const isText = event.clipboardData?.types.includes('text/plain') && isTextField(event.target)
    if (!event.clipboardData?.files.length || isText) return
    event.preventDefault()
    handleTransfer(event.clipboardData)
  })
  return () => ending.abort()
}

const isTextField = (target: EventTarget | null): boolean =>
  target instanceof Element && target.closest('input, textarea') !== null

/** A picture or a link of a page; dropped into a field it is text as ever. */
const hasAddress = ({ dataTransfer, target }: DragEvent): boolean =>
  (dataTransfer?.types.includes('text/uri-list') ?? false) && !isTextField(target)

const hasFiles = (event: DragEvent): boolean => event.dataTransfer?.types.includes('Files') ?? false

/**
 * Takes the images; if there are none, the first file, so that the checker can report what is wrong with it. In the
 * comparison the photos are added; a folder, or more photos than can be compared, opens a batch.
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
  const photoFiles = pictures.length ? pictures : files.slice(0, 1)
  if (!photoFiles.length) showNotAFile()
  else if (photos.value.length > 1) void addPhotos(photoFiles)
  else void choosePhotos(photoFiles)
}
