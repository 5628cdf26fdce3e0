import { assertOk, NotFoundError, withRetries } from './retries'

/** A file that is being downloaded. */
export interface PartialDownload {
  readonly bytes: Uint8Array<ArrayBuffer>
  /** How many bytes have arrived, counted from the start. */
  length: number
  /** Length of the whole file as the server sends it, perhaps compressed; null where it is unknown. */
  wireBytes: number | null
}

/** The file at this address has another length. */
export class WrongFileError extends NotFoundError {}

/**
 * Milliseconds without a byte of any file after which a connection counts as dead: phones keep such connections open
 * for minutes.
 */
const SILENCE_TIMEOUT_MS = 20_000
/**
 * When the last byte of any file arrived: hosts send files one after the other, and connections that wait are not dead.
 */
let lastByteAt = 0
/** Milliseconds of copying and caching after which the thread yields: a fast connection could fill a long task. */
const MAX_TASK_MS = 12
/** Bytes after which a try counts as progress. */
const MIN_PROGRESS_BYTES = 256 * 1024
/** Assumed ratio of plain to compressed bytes where the server compresses a file without giving the length. */
const ASSUMED_COMPRESSION_RATIO = 3

/**
 * Downloads the missing bytes, resuming where a download broke. The caller verifies them by their hash: HTTP validators
 * are of no use here, because they differ between the compressed and the plain form of a file. Throws WrongFileError,
 * NotFoundError; any other Error where the connection stays broken.
 */
export async function fetchRest(
  url: string,
  arrival: PartialDownload,
  onLength: (length: number) => void,
  cache: RequestCache = 'default',
): Promise<void> {
  let best = arrival.length
  const isFurther = (): boolean => {
    const further = arrival.length - best >= MIN_PROGRESS_BYTES
    best = Math.max(best, arrival.length)
    return further
  }
  if (arrival.length < arrival.bytes.length)
    await withRetries(() => fetchOnce(url, arrival, onLength, cache), isFurther)
}

async function fetchOnce(
  url: string,
  arrival: PartialDownload,
  onLength: (length: number) => void,
  cache: RequestCache,
): Promise<void> {
  const line = new AbortController()
  const stopListening = watchSilence(() => line.abort(new Error('silent line')))
  try {
    const resumes = isResumeCheaper(arrival)
    const response = await fetch(url, {
      cache,
      signal: line.signal,
      headers: resumes ? { range: `bytes=${arrival.length}-` } : {},
    })
    const start = readStart(response, resumes ? arrival.length : 0, arrival.bytes.length)
    if (response.status === 200) arrival.wireBytes = Number(response.headers.get('content-length')) || null
    arrival.length = start
    await readBody(response.body!, arrival, onLength, line)
  } finally {
    stopListening()
  }
}

/** Appends the body to the download; aborts `line` where the body is too long. */
async function readBody(
  body: ReadableStream<Uint8Array<ArrayBuffer>>,
  arrival: PartialDownload,
  onLength: (length: number) => void,
  line: AbortController,
): Promise<void> {
  const { bytes } = arrival
  const reader = body.getReader()
  let since = performance.now()
  for (;;) {
    const { done, value } = await reader.read()
    if (done) break
    // Bytes that have arrived already are read within the same task.
    if (performance.now() - since > MAX_TASK_MS) {
      await new Promise(resolve => setTimeout(resolve))
      since = performance.now()
    }
    if (arrival.length + value.length > bytes.length) {
      line.abort()
      throw new WrongFileError('longer than listed')
    }
    bytes.set(value, arrival.length)
    arrival.length += value.length
    lastByteAt = performance.now()
    onLength(arrival.length)
  }
  if (arrival.length < bytes.length) throw new Error('cut short')
}

/** Calls `giveUp` after a silence. Returns the function that stops watching. */
function watchSilence(giveUp: () => void): () => void {
  lastByteAt = performance.now()
  let timer: ReturnType<typeof setTimeout>
  const listen = (): void => {
    const left = lastByteAt + SILENCE_TIMEOUT_MS - performance.now()
    if (left > 0) timer = setTimeout(listen, left)
    else giveUp()
  }
  listen()
  return () => clearTimeout(timer)
}

/**
 * Ranges count the plain bytes, because browsers ask for ranges uncompressed (Fetch, "HTTP-network-or-cache fetch",
 * step on `Range`): the rest of a well compressed file may weigh more than the whole of it compressed.
 */
function isResumeCheaper({ bytes, length, wireBytes }: PartialDownload): boolean {
  return length > 0 && bytes.length - length <= (wireBytes ?? bytes.length / ASSUMED_COMPRESSION_RATIO)
}

/** The offset in the file at which the response body starts. A server without ranges answers 200 with all bytes. */
function readStart(response: Response, asked: number, size: number): number {
  if (response.status === 416) throw new WrongFileError('shorter than listed')
  assertOk(response)
  if (response.status !== 206) return 0
  // Another origin may not expose the header; the hash is checked in any case.
  const range = response.headers.get('content-range')
  if (range !== null && range.replace(/-\d+/, '') !== `bytes ${asked}/${size}`) throw new WrongFileError(range)
  return asked
}
