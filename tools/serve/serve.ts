import { createHash } from 'node:crypto'
import { readFile, stat } from 'node:fs/promises'
import {
  createServer,
  type IncomingHttpHeaders,
  type IncomingMessage,
  type Server,
  type ServerResponse,
} from 'node:http'
import type { AddressInfo } from 'node:net'
import { extname, join, normalize } from 'node:path'
import { promisify } from 'node:util'
import { brotliCompress, constants } from 'node:zlib'

const CONTENT_TYPES: Readonly<Record<string, string>> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.mjs': 'text/javascript; charset=utf-8',
  '.css': 'text/css',
  '.json': 'application/json',
  '.svg': 'image/svg+xml',
  '.wasm': 'application/wasm',
  '.jpg': 'image/jpeg',
  '.png': 'image/png',
  '.webmanifest': 'application/manifest+json',
}

/** Milliseconds from the last byte to the cut. */
const CUT_DELAY_MS = 1000

/** A request, its time (milliseconds, Date.now), and how many bytes of body were sent. */
export interface ServedRequest {
  readonly method: string
  readonly path: string
  readonly at: number
  readonly range: string | undefined
  status: number
  bytes: number
}
export interface StaticServer {
  readonly url: string
  readonly requests: ServedRequest[]
  close(): Promise<void>
}

export interface ServeOptions {
  readonly port?: number
  /** Sends files compressed where they are asked for whole, as a host with precompressed files does. */
  readonly brotli?: boolean
  /** Sent with every file, like headers from a host's configuration. */
  readonly headers?: Readonly<Record<string, string>>
  /** Bytes of body after which this answer's connection is cut; undefined: not at all. */
  readonly cutAfter?: (request: ServedRequest) => number | undefined
  /** Waited for before a connection is cut, because a server can't know whether the client has read what was sent. */
  readonly beforeCut?: (request: ServedRequest) => Promise<unknown>
}

interface Answer {
  readonly status: number
  readonly headers: Readonly<Record<string, string | number>>
  readonly body: Buffer
}

/**
 * A plain static server, as any host of the site would be: `folders` maps URL prefixes ('/', '/photos/') to folders.
 * Supports ranges, answers 304 to what the browser has cached, and keeps a list of the requests.
 */
export async function serve(
  folders: Readonly<Record<string, string>>,
  options: ServeOptions = {},
): Promise<StaticServer> {
  const requests: ServedRequest[] = []
  const answer = createAnswerer(folders, options)
  const server: Server = createServer((request, response) => {
    answer(request, response, asked => requests.push(asked)).catch(() => response.destroy())
  })
  await new Promise<void>(resolve => server.listen(options.port ?? 0, '127.0.0.1', resolve))
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    requests,
    close: () =>
      new Promise(resolve => {
        server.closeAllConnections()
        server.close(() => resolve())
      }),
  }
}

function createAnswerer(
  folders: Readonly<Record<string, string>>,
  options: ServeOptions,
): (request: IncomingMessage, response: ServerResponse, note: (asked: ServedRequest) => void) => Promise<void> {
  const getEtag = remember(computeEtag)
  const getCompressed = remember(compressBrotli)
  const selectAnswer = async (headers: IncomingHttpHeaders, whole: Answer, etag: string): Promise<Answer> => {
    const start = /^bytes=(\d+)-$/.exec(headers.range ?? '')?.[1]
    if (start !== undefined) return cutRange(whole, Number(start))
    if (!options.brotli || !/\bbr\b/.test(String(headers['accept-encoding']))) return whole
    const body = await getCompressed(etag, whole.body)
    return { ...whole, headers: { ...whole.headers, 'content-encoding': 'br' }, body }
  }
  return async (request, response, note) => {
    const { headers } = request
    const asked = describeRequest(request)
    note(asked)
    const file = await findFile(folders, asked.path)
    if (!file) {
      response.writeHead((asked.status = 404)).end('not found')
      return
    }
    const body = await readFile(file.path)
    const etag = getEtag(file.version, body)
    const common = { etag, 'cache-control': 'no-cache', 'access-control-allow-origin': '*', ...options.headers }
    if (headers['if-none-match'] === etag) {
      response.writeHead((asked.status = 304), common).end()
      return
    }
    const whole = { status: 200, headers: { ...common, ...describeContent(file.path) }, body }
    send(await selectAnswer(headers, whole, etag), { asked, response, options })
  }
}

/** Keeps what was made of some bytes under their key. */
function remember<Value>(make: (bytes: Buffer) => Value): (key: string, bytes: Buffer) => Value {
  const made = new Map<string, Value>()
  return (key, bytes) => {
    if (!made.has(key)) made.set(key, make(bytes))
    return made.get(key)!
  }
}

function describeRequest({ method = '', url = '/', headers }: IncomingMessage): ServedRequest {
  const path = decodeURIComponent(new URL(url, 'http://localhost').pathname)
  return { method, path, at: Date.now(), range: headers.range, status: 0, bytes: 0 }
}

/** The file under the longest prefix that fits; `version` changes when its content does. */
async function findFile(
  folders: Readonly<Record<string, string>>,
  path: string,
): Promise<{ path: string; version: string } | null> {
  const [prefix] = Object.keys(folders)
    .filter(candidate => path.startsWith(candidate))
    .sort((a, b) => b.length - a.length)
  if (!prefix) return null
  const file = join(folders[prefix]!, normalize(`/${path.slice(prefix.length)}`).replace(/\/$/, '/index.html'))
  const facts = await stat(file).catch(() => null)
  return facts?.isFile() ? { path: file, version: `${file} ${facts.mtimeMs} ${facts.size}` } : null
}

/** Weak: the compressed form goes under the same one. */
const computeEtag = (bytes: Buffer): string =>
  `W/"${createHash('sha256').update(bytes).digest('base64url').slice(0, 22)}"`

const describeContent = (file: string): Record<string, string> => ({
  'content-type': CONTENT_TYPES[extname(file)] ?? 'application/octet-stream',
  'accept-ranges': 'bytes',
  vary: 'accept-encoding',
})

function cutRange({ headers, body }: Answer, start: number): Answer {
  const { length } = body
  if (start >= length) return { status: 416, headers: { 'content-range': `bytes */${length}` }, body: Buffer.alloc(0) }
  return {
    status: 206,
    headers: { ...headers, 'content-range': `bytes ${start}-${length - 1}/${length}` },
    body: body.subarray(start),
  }
}

interface Sending {
  readonly asked: ServedRequest
  readonly response: ServerResponse
  readonly options: ServeOptions
}

function send({ status, headers, body }: Answer, { asked, response, options }: Sending): void {
  const cut = options.cutAfter?.(asked)
  asked.status = status
  asked.bytes = Math.min(body.length, cut ?? Infinity)
  response.writeHead(status, { ...headers, 'content-length': body.length })
  if (cut === undefined || cut >= body.length) {
    response.end(body)
    return
  }
  // What was written arrives first, as on a connection that is lost.
  const cutConnection = (): void => void Promise.resolve(options.beforeCut?.(asked)).finally(() => response.destroy())
  response.write(body.subarray(0, cut), () => setTimeout(cutConnection, CUT_DELAY_MS))
}

/** Quality 9, as files compressed ahead of time usually have. */
const compressBrotli = (bytes: Buffer): Promise<Buffer> =>
  promisify(brotliCompress)(bytes, {
    params: { [constants.BROTLI_PARAM_QUALITY]: 9, [constants.BROTLI_PARAM_SIZE_HINT]: bytes.length },
  })
