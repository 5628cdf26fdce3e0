import { downloadBlob } from './download'

/** Destination of a large file that is streamed while it is made. */
export interface SaveTarget {
  readonly stream: WritableStream<Uint8Array>
  /** Call once the stream is closed: starts the download if the file was only collected in memory. */
  readonly finish: () => void
  /** Call once the stream is aborted: removes the incomplete file. */
  readonly discard: () => Promise<void>
}

interface SaveFileHandle {
  createWritable(): Promise<WritableStream<Uint8Array>>
  getFile(): Promise<File>
  remove?(): Promise<void>
}
type SaveFilePicker = (options: {
  suggestedName: string
  types: { accept: Record<string, string[]> }[]
}) => Promise<SaveFileHandle>

/**
 * Asks where to save and streams there, where the browser can; else the file is collected and downloaded. Must be
 * called within the user's click (transient activation). null if the user cancelled.
 */
export async function openSaveTarget(fileName: string, type: string, ending: string): Promise<SaveTarget | null> {
  const pick = (globalThis as { showSaveFilePicker?: SaveFilePicker }).showSaveFilePicker
  if (!pick) return createDownloadTarget(fileName, type)
  try {
    const handle = await pick({ suggestedName: fileName, types: [{ accept: { [type]: [ending] } }] })
    return { stream: await handle.createWritable(), finish: () => {}, discard: () => removeEmptyFile(handle) }
  } catch (error) {
    if (error instanceof DOMException && error.name === 'AbortError') return null
    // Not allowed in a cross-origin frame or by the folder's permissions: fall back to a download.
    console.warn(error)
    return createDownloadTarget(fileName, type)
  }
}

/** The picker creates an empty file; an existing file keeps its content and is not removed. */
async function removeEmptyFile(handle: SaveFileHandle): Promise<void> {
  try {
    if ((await handle.getFile()).size === 0) await handle.remove?.()
  } catch {
    /* Only an empty file stays behind. */
  }
}

/** Bytes after which chunks are turned into a Blob, which the browser may keep on disk. */
const PART_BYTES = 4 << 20

function createDownloadTarget(fileName: string, type: string): SaveTarget {
  let parts: Blob[] = []
  let pending: Uint8Array<ArrayBuffer>[] = []
  let size = 0
  const flush = (): void => {
    parts.push(new Blob(pending))
    pending = []
    size = 0
  }
  const stream = new WritableStream<Uint8Array>({
    write(chunk) {
      pending.push(chunk as Uint8Array<ArrayBuffer>)
      if ((size += chunk.byteLength) >= PART_BYTES) flush()
    },
    abort() {
      parts = []
      pending = []
    },
  })
  return {
    stream,
    finish: () => {
      flush()
      downloadBlob(new Blob(parts, { type }), fileName)
    },
    discard: async () => {},
  }
}
