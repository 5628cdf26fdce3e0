import { connect, createServer, type AddressInfo, type Socket } from 'node:net'

/** A line as a phone has it: its rate is shared by all connections, those of workers too. */
export interface Line {
  readonly bitsPerSecond: number
  /** Milliseconds there and back. */
  readonly roundTripMs: number
}

export interface SlowLine {
  readonly url: string
  close(): void
}

/** Milliseconds between two deliveries. */
const TICK_MS = 5
/** Bytes that may wait for one connection before its sender has to pause, as in a router's buffer. */
const MAX_QUEUED_BYTES = 64 * 1024

interface Download {
  readonly from: Socket
  readonly to: Socket
  readonly chunks: Buffer[]
  queuedBytes: number
  /** The server has closed its side: what waits is still delivered. */
  isLast: boolean
}

/**
 * Forwards to a server over a slow line. The browser's own throttle covers only the page's thread, not its workers'
 * scripts.
 */
export async function startSlowLine(serverUrl: string, { bitsPerSecond, roundTripMs }: Line): Promise<SlowLine> {
  const downloads = new Set<Download>()
  let deliveredAt = performance.now()
  const timer = setInterval(() => {
    // By the clock: a busy machine's timers come late.
    const elapsed = performance.now() - deliveredAt
    deliveredAt += elapsed
    deliver(downloads, (bitsPerSecond / 8 / 1000) * elapsed)
  }, TICK_MS)
  const server = createServer({ noDelay: true }, browserSide =>
    forward(browserSide, { serverUrl, roundTripMs, downloads }),
  )
  await new Promise<void>(resolve => server.listen(0, '127.0.0.1', resolve))
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    close: () => {
      clearInterval(timer)
      server.close()
      for (const { from, to } of downloads) for (const side of [from, to]) side.destroy()
    },
  }
}

interface Forwarding {
  readonly serverUrl: string
  readonly roundTripMs: number
  readonly downloads: Set<Download>
}

function forward(browserSide: Socket, { serverUrl, roundTripMs, downloads }: Forwarding): void {
  const serverSide = connect({ port: Number(new URL(serverUrl).port), host: '127.0.0.1', noDelay: true })
  const download: Download = { from: serverSide, to: browserSide, chunks: [], queuedBytes: 0, isLast: false }
  downloads.add(download)
  // A connection is open after one round trip, and each request and the answer's first byte take another.
  let openAt = performance.now() + roundTripMs
  browserSide.on('data', chunk => {
    const wait = Math.max(0, openAt - performance.now()) + roundTripMs
    openAt = 0
    setTimeout(() => serverSide.write(chunk), wait)
  })
  serverSide.on('data', (chunk: Buffer) => {
    download.chunks.push(chunk)
    download.queuedBytes += chunk.length
    if (download.queuedBytes > MAX_QUEUED_BYTES) serverSide.pause()
  })
  serverSide
    .on('error', () => {})
    .on('close', () => {
      download.isLast = true
    })
  browserSide
    .on('error', () => {})
    .on('close', () => {
      downloads.delete(download)
      serverSide.destroy()
    })
}

/** Hands out one tick's bytes, the same share to each connection that has some waiting. */
function deliver(downloads: ReadonlySet<Download>, tickBytes: number): void {
  for (const { to, isLast, queuedBytes } of downloads) if (isLast && !queuedBytes) to.end()
  for (let left = tickBytes; left >= 1;) {
    const waiting = [...downloads].filter(({ queuedBytes }) => queuedBytes > 0)
    if (!waiting.length) return
    const share = Math.ceil(left / waiting.length)
    for (const download of waiting) left -= sendSome(download, Math.min(share, Math.ceil(left)))
  }
}

function sendSome(download: Download, bytes: number): number {
  const [first] = download.chunks
  if (!first || bytes <= 0) return 0
  const part = first.subarray(0, bytes)
  if (part.length === first.length) download.chunks.shift()
  else download.chunks[0] = first.subarray(part.length)
  download.queuedBytes -= part.length
  download.to.write(part)
  if (download.queuedBytes < MAX_QUEUED_BYTES / 2) download.from.resume()
  return part.length
}
