import { downloadBlob } from './download'

/** Where a large file goes while it is made. */
export interface SaveTarget {
  readonly stream: WritableStream<Uint8Array>
  /** Call once the stream is closed: hands over what is not yet where the user wants it. */
  readonly finish: () => void
  /** Call once the stream is aborted: nothing half written stays behind. */
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
 * Asks where to save and streams there, where the browser can; else the file is gathered and handed to the downloads.
 * To be called within the user's click. null where the user thought better of it.
 */
export async function openSaveTarget(fileName: string, type: string, ending: string): Promise<SaveTarget | null> {
  const pick = (globalThis as { showSaveFilePicker?: SaveFilePicker }).showSaveFilePicker
  if (!pick) return createDownloadTarget(fileName, type)
  try {
    const handle = await pick({ suggestedName: fileName, types: [{ accept: { [type]: [ending] } }] })
    return { stream: await handle.createWritable(), finish: () => {}, discard: () => removeEmptyFile(handle) }
  } catch (error) {
    if (error instanceof DOMException && error.name === 'AbortError') return null
    // Not allowed in a frame of another site, or by the folder's own rights: the downloads are.
    console.warn(error)
    return createDownloadTarget(fileName, type)
  }
}

/** The picker has made an empty file; an older one of that name stands as it was. */
async function removeEmptyFile(handle: SaveFileHandle): Promise<void> {
  try {
    if ((await handle.getFile()).size === 0) await handle.remove?.()
  } catch {
    /* An empty file is all that stays. */
  }
}

/** Bytes after which chunks are handed to the browser as a Blob, which it may keep on disk. */
const PART_BYTES = 4 << 20

function createDownloadTarget(fileName: string, type: string): SaveTarget {
  let parts: Blob[] = []
  let open: Uint8Array<ArrayBuffer>[] = []
  let size = 0
  const fold = (): void => {
    parts.push(new Blob(open))
    open = []
    size = 0
  }
  const stream = new WritableStream<Uint8Array>({
    write(chunk) {
      open.push(chunk as Uint8Array<ArrayBuffer>)
      if ((size += chunk.byteLength) >= PART_BYTES) fold()
    },
    abort() {
      parts = []
      open = []
    },
  })
  return {
    stream,
    finish: () => {
      fold()
      downloadBlob(new Blob(parts, { type }), fileName)
    },
    discard: async () => {},
  }
}
