import { createHash } from 'node:crypto'
import { readFile, stat } from 'node:fs/promises'
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http'
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

/** What was asked, when (milliseconds, Date.now), and how many bytes of body were handed to the connection. */
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
  /** Sent with every file, as a host's configuration has them sent. */
  readonly headers?: Readonly<Record<string, string>>
  /** Bytes of body after which this answer's connection is cut; undefined: not at all. */
  readonly cutAfter?: (request: ServedRequest) => number | undefined
  /** Waited for before a connection is cut: that what was sent has been read, which a server can't know. */
  readonly beforeCut?: (request: ServedRequest) => Promise<unknown>
}

/**
 * A plain static server, as any host of the site would be: `folders` maps URL prefixes ('/', '/photos/') to folders.
 * Knows ranges and answers 304 to what the browser has. Keeps a list of what was asked of it.
 */
export async function serve(
  folders: Readonly<Record<string, string>>,
  { port = 0, brotli = false, headers: more = {}, cutAfter, beforeCut }: ServeOptions = {},
): Promise<StaticServer> {
  const requests: ServedRequest[] = []
  const prefixes = Object.keys(folders).sort((a, b) => b.length - a.length)
  const compressed = new Map<string, Promise<Buffer>>()
  const etags = new Map<string, string>()

  async function answer({ method = '', url = '/', headers }: IncomingMessage, response: ServerResponse): Promise<void> {
    const path = decodeURIComponent(new URL(url, 'http://localhost').pathname)
    const asked: ServedRequest = { method, path, at: Date.now(), range: headers.range, status: 0, bytes: 0 }
    requests.push(asked)
    const finish = (
      status: number,
      fields: Record<string, string | number> = {},
      body: Buffer = Buffer.alloc(0),
    ): void => {
      const cut = cutAfter?.(asked)
      asked.status = status
      asked.bytes = Math.min(body.length, cut ?? Infinity)
      response.writeHead(status, { ...fields, 'content-length': body.length })
      if (cut === undefined || cut >= body.length) response.end(body)
      // What was written gets through first, as it would on a line that goes dead.
      else
        response.write(body.subarray(0, cut), () =>
          setTimeout(() => void Promise.resolve(beforeCut?.(asked)).finally(() => response.destroy()), CUT_DELAY_MS),
        )
    }
    const prefix = prefixes.find(candidate => path.startsWith(candidate))
    const file =
      prefix && join(folders[prefix]!, normalize(`/${path.slice(prefix.length)}`).replace(/\/$/, '/index.html'))
    const facts = file ? await stat(file).catch(() => null) : null
    if (!file || !facts?.isFile()) {
      response.writeHead((asked.status = 404)).end('not found')
      return
    }

    const plain = await readFile(file)
    // Weak: the compressed form goes under the same one.
    const version = `${file} ${facts.mtimeMs} ${facts.size}`
    const etag = etags.get(version) ?? `W/"${createHash('sha256').update(plain).digest('base64url').slice(0, 22)}"`
    etags.set(version, etag)
    const common = { etag, 'cache-control': 'no-cache', 'access-control-allow-origin': '*', ...more }
    if (headers['if-none-match'] === etag) {
      response.writeHead((asked.status = 304), common).end()
      return
    }
    const entity = {
      ...common,
      'content-type': CONTENT_TYPES[extname(file)] ?? 'application/octet-stream',
      'accept-ranges': 'bytes',
      vary: 'accept-encoding',
    }
    const from = /^bytes=(\d+)-$/.exec(headers.range ?? '')?.[1]
    if (from !== undefined) {
      const start = Number(from)
      if (start >= plain.length) finish(416, { 'content-range': `bytes */${plain.length}` })
      else
        finish(
          206,
          { ...entity, 'content-range': `bytes ${start}-${plain.length - 1}/${plain.length}` },
          plain.subarray(start),
        )
    } else if (brotli && /\bbr\b/.test(String(headers['accept-encoding']))) {
      if (!compressed.has(etag)) compressed.set(etag, compressBrotli(plain))
      finish(200, { ...entity, 'content-encoding': 'br' }, await compressed.get(etag))
    } else finish(200, entity, plain)
  }

  const server: Server = createServer((request, response) => {
    answer(request, response).catch(() => response.destroy())
  })
  await new Promise<void>(resolve => server.listen(port, '127.0.0.1', resolve))
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

/** Quality 9, as files compressed ahead of time usually have. */
const compressBrotli = (bytes: Buffer): Promise<Buffer> =>
  promisify(brotliCompress)(bytes, {
    params: { [constants.BROTLI_PARAM_QUALITY]: 9, [constants.BROTLI_PARAM_SIZE_HINT]: bytes.length },
  })
