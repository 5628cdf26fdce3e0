import { createReadStream } from 'node:fs'
import { stat } from 'node:fs/promises'
import { createServer, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { extname, join, normalize } from 'node:path'

const TYPES: Readonly<Record<string, string>> = {
  '.html': 'text/html; charset=utf-8', '.js': 'text/javascript; charset=utf-8', '.mjs': 'text/javascript; charset=utf-8', '.css': 'text/css',
  '.json': 'application/json', '.svg': 'image/svg+xml', '.wasm': 'application/wasm', '.jpg': 'image/jpeg', '.png': 'image/png', '.webmanifest': 'application/manifest+json',
}

export interface Served { readonly url: string; readonly requests: { method: string; path: string }[]; close(): Promise<void> }

/**
 * A plain static server, as any host of the site would be: `folders` maps URL prefixes ('/', '/photos/') to folders.
 * Keeps a list of what was asked of it.
 */
export async function serve(folders: Readonly<Record<string, string>>, port = 0): Promise<Served> {
  const requests: Served['requests'] = []
  const prefixes = Object.keys(folders).sort((a, b) => b.length - a.length)
  const server: Server = createServer((request, response) => {
    void (async () => {
      const path = decodeURIComponent(new URL(request.url ?? '/', 'http://localhost').pathname)
      requests.push({ method: request.method ?? '', path })
      const prefix = prefixes.find(candidate => path.startsWith(candidate))
      const file = prefix && join(folders[prefix]!, normalize(`/${path.slice(prefix.length)}`).replace(/\/$/, '/index.html'))
      const facts = file ? await stat(file).catch(() => null) : null
      if (!file || !facts?.isFile()) { response.writeHead(404).end('not found'); return }
      response.writeHead(200, { 'content-type': TYPES[extname(file)] ?? 'application/octet-stream', 'content-length': facts.size, 'cache-control': 'no-cache', 'access-control-allow-origin': '*' })
      createReadStream(file).pipe(response)
    })()
  })
  await new Promise<void>(resolve => server.listen(port, '127.0.0.1', resolve))
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    requests,
    close: () => new Promise(resolve => { server.closeAllConnections(); server.close(() => resolve()) }),
  }
}
