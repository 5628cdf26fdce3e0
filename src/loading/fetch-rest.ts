import { assertOk, NotFoundError, withRetries } from './retries'

/** A file that is being downloaded. */
export interface PartialDownload {
  readonly bytes: Uint8Array<ArrayBuffer>
  /** How many bytes have arrived, counted from the start. */
  length: number
  /** Length of the whole file as the server sends it, perhaps compressed; null where it is unknown. */
  wireBytes: number | null
}

/** The file at this URL has a different length. */
export class WrongFileError extends NotFoundError {}

/**
 * Milliseconds without a byte of any file after which a connection counts as dead: phones keep dead connections open
 * for minutes.
 */
const SILENCE_TIMEOUT_MS = 20_000
/**
 * When the last byte of any file arrived: hosts may send files one after the other, so a waiting connection is alive.
 */
let lastByteAt = 0
/** Milliseconds of copying and caching before yielding: a fast connection could otherwise cause a long task. */
const MAX_TASK_MS = 12
/** Bytes after which an attempt counts as progress. */
const MIN_PROGRESS_BYTES = 256 * 1024
/** Assumed compression ratio where the server compresses a file without giving its length. */
const ASSUMED_COMPRESSION_RATIO = 3

/**
 * Downloads the missing bytes, resuming where a download broke. The caller verifies them by hash: HTTP validators don't
 * help, because they differ between the compressed and the plain form of a file. Throws WrongFileError, NotFoundError;
 * any other Error if the connection stays broken.
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
  const connection = new AbortController()
  const stopListening = watchSilence(() => connection.abort(new Error('silent line')))
  try {
    const resumes = isResumeCheaper(arrival)
    const response = await fetch(url, {
      cache,
      signal: connection.signal,
      headers: resumes ? { range: `bytes=${arrival.length}-` } : {},
    })
    const start = readStart(response, resumes ? arrival.length : 0, arrival.bytes.length)
    if (response.status === 200) arrival.wireBytes = Number(response.headers.get('content-length')) || null
    arrival.length = start
    await readBody(response.body!, arrival, onLength, connection)
  } finally {
    stopListening()
  }
}

/** Appends the body to the download; aborts `connection` if the body is too long. */
async function readBody(
  body: ReadableStream<Uint8Array<ArrayBuffer>>,
  arrival: PartialDownload,
  onLength: (length: number) => void,
  connection: AbortController,
): Promise<void> {
  const { bytes } = arrival
  const reader = body.getReader()
  let since = performance.now()
  for (;;) {
    const { done, value } = await reader.read()
    if (done) break
    // Reads of buffered bytes resolve as microtasks, so yield explicitly.
    if (performance.now() - since > MAX_TASK_MS) {
      await new Promise(resolve => setTimeout(resolve))
      since = performance.now()
    }
    if (arrival.length + value.length > bytes.length) {
      connection.abort()
      throw new WrongFileError('longer than listed')
    }
    bytes.set(value, arrival.length)
    arrival.length += value.length
    lastByteAt = performance.now()
    onLength(arrival.length)
  }
  if (arrival.length < bytes.length) throw new Error('cut short')
}

/** Calls `giveUp` after SILENCE_TIMEOUT_MS without bytes. Returns a function that stops watching. */
function watchSilence(giveUp: () => void): () => void {
  lastByteAt = performance.now()
  let timer: ReturnType<typeof setTimeout>
  const checkSilence = (): void => {
    const left = lastByteAt + SILENCE_TIMEOUT_MS - performance.now()
    if (left > 0) timer = setTimeout(checkSilence, left)
    else giveUp()
  }
  checkSilence()
  return () => clearTimeout(timer)
}

/**
 * Whether to resume by Range. Ranges are served uncompressed (Fetch, "HTTP-network-or-cache fetch", step on `Range`),
 * so the rest of a well compressed file may be larger than the whole of it compressed.
 */
function isResumeCheaper({ bytes, length, wireBytes }: PartialDownload): boolean {
  return length > 0 && bytes.length - length <= (wireBytes ?? bytes.length / ASSUMED_COMPRESSION_RATIO)
}

/** The offset in the file at which the response body starts. A server without ranges answers 200 with all bytes. */
function readStart(response: Response, requestedStart: number, size: number): number {
  if (response.status === 416) throw new WrongFileError('shorter than listed')
  assertOk(response)
  if (response.status !== 206) return 0
  // Cross-origin responses may not expose the header; the hash is verified in any case.
  const range = response.headers.get('content-range')
  if (range !== null && range.replace(/-\d+/, '') !== `bytes ${requestedStart}/${size}`) throw new WrongFileError(range)
  return requestedStart
}
