import { assertOk, NotFoundError, withRetries } from './retries'

/** A file on its way. */
export interface PartialDownload {
  readonly bytes: Uint8Array<ArrayBuffer>
  /** How many of them are there, from the beginning. */
  length: number
  /** Bytes of the whole file on the wire as the server sends it, compressed perhaps; null where it did not say. */
  wireBytes: number | null
}

/** The file in this place has another length. */
export class WrongFileError extends NotFoundError {}

/**
 * Milliseconds without a byte of any file after which a line counts as dead: phones keep such connections open for
 * minutes.
 */
const SILENCE_TIMEOUT_MS = 20_000
/**
 * When the last byte came, of whichever file: hosts send one after the other, and those that wait their turn are not
 * dead.
 */
let lastByteAt = 0
/**
 * Milliseconds of copying and keeping after which the page has its turn: a quick line brings more than one task should
 * take.
 */
const MAX_TASK_MS = 12
/** Bytes that make a try count as a step forward. */
const MIN_PROGRESS_BYTES = 256 * 1024
/**
 * How much smaller a file is assumed to be on the wire where its server compresses it and does not say how long it is
 * then.
 */
const ASSUMED_COMPRESSION_RATIO = 3

/**
 * Brings the bytes that are still missing, resuming where a load broke. Whether they are the right ones, the caller
 * sees by their hash: validators are of no use here, because the compressed and the plain form of a file have different
 * ones. Throws WrongFileError, NotFoundError; any other Error where the line is broken for good.
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
  const { bytes } = arrival
  const line = new AbortController()
  const stopListening = watchSilence(() => line.abort(new Error('silent line')))
  try {
    const resumes = isResumeCheaper(arrival)
    const response = await fetch(url, {
      cache,
      signal: line.signal,
      headers: resumes ? { range: `bytes=${arrival.length}-` } : {},
    })
    const start = readStart(response, resumes ? arrival.length : 0, bytes.length)
    if (response.status === 200) arrival.wireBytes = Number(response.headers.get('content-length')) || null
    arrival.length = start
    const reader = response.body!.getReader()
    let since = performance.now()
    for (;;) {
      const { done, value } = await reader.read()
      if (done) break
      // What has come already is read on within the same task.
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
  } finally {
    stopListening()
  }
}

/** Returns what ends the waiting. */
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

/** Where the answer's body begins in the file. A server without ranges answers 200 and the whole. */
function readStart(response: Response, asked: number, size: number): number {
  if (response.status === 416) throw new WrongFileError('shorter than listed')
  assertOk(response)
  if (response.status !== 206) return 0
  // Other origins' servers may not show the header; the hash tells then.
  const range = response.headers.get('content-range')
  if (range !== null && range.replace(/-\d+/, '') !== `bytes ${asked}/${size}`) throw new WrongFileError(range)
  return asked
}
