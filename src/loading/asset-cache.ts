import type { PartialDownload } from './fetch-rest'

/** One version of one file. */
export interface CachedFile {
  readonly url: string
  readonly bytes: number
  readonly sha256: string
}

const CACHE_NAME = 'zhaojian-assets'
/** Bytes per cached piece: the most that a reload during a download can lose. */
export const PIECE_BYTES = 2 * 1024 * 1024
/** Some browsers never answer, with a damaged profile or a full disk; the files then come from the network. */
const OPEN_TIMEOUT_MS = 3000
const WIRE_BYTES_HEADER = 'x-wire'

/** Writes continue after the bytes were returned; code that needs them finished awaits these. */
const pendingWrites = new Set<Promise<void>>()

/**
 * Files in Cache Storage, stored in pieces so that a partial download survives a reload. Keys contain the file's hash,
 * so each version has its own keys. The last piece is stored only after the whole file's hash was verified: a file with
 * all pieces present is complete and valid.
 */
export class AssetCache {
  private constructor(private readonly cache: Cache) {}

  /**
   * null without Cache Storage (plain http), where the page may not use it (private windows, sandboxed frames), or
   * where it does not answer.
   */
  static async open(): Promise<AssetCache | null> {
    try {
      const silence = new Promise<null>(resolve => setTimeout(resolve, OPEN_TIMEOUT_MS, null))
      const cache = await Promise.race([caches.open(CACHE_NAME), silence])
      return cache && new AssetCache(cache)
    } catch {
      return null
    }
  }

  /** Fills in the cached pieces from the start of the file, up to the first missing one. */
  async read(file: CachedFile, arrival: PartialDownload): Promise<void> {
    const pieces = await Promise.all(getPieceStarts(file).map(from => this.readPiece(file, from)))
    for (const piece of pieces) {
      if (!piece || piece.bytes.length !== Math.min(PIECE_BYTES, file.bytes - arrival.length)) break
      arrival.bytes.set(piece.bytes, arrival.length)
      arrival.length += piece.bytes.length
      arrival.wireBytes = piece.wire
    }
  }

  /** Stores the piece that starts at `from`, in the background. */
  put(file: CachedFile, from: number, { bytes, wireBytes }: PartialDownload): void {
    const body = bytes.subarray(from, Math.min(from + PIECE_BYTES, file.bytes))
    const response = new Response(body, {
      headers: { 'content-type': 'application/octet-stream', [WIRE_BYTES_HEADER]: String(wireBytes ?? 0) },
    })
    // Quota exceeded, or the storage was cleared: the piece is downloaded again next time.
    const write = this.cache.put(toCacheKey(file, from), response).catch(() => {})
    pendingWrites.add(write)
    void write.then(() => pendingWrites.delete(write))
  }

  async delete(file: CachedFile): Promise<void> {
    await waitForWrites()
    await Promise.all(getPieceStarts(file).map(from => this.cache.delete(toCacheKey(file, from)).catch(() => false)))
  }

  async has(file: CachedFile): Promise<boolean> {
    await waitForWrites()
    const responses = await Promise.all(
      getPieceStarts(file).map(from => this.cache.match(toCacheKey(file, from)).catch(() => undefined)),
    )
    return responses.every(Boolean)
  }

  /** Deletes cached files under `root` whose hash is not in `hashes`. */
  async deleteAllExcept(root: URL, hashes: ReadonlySet<string>): Promise<void> {
    for (const { url } of await this.cache.keys().catch(() => [])) {
      // A site deployed in a subfolder keeps its files under its own path.
      const isOurs = url.startsWith(root.href) && /^(models|runtime)\//.test(url.slice(root.href.length))
      if (isOurs && !hashes.has(new URL(url).searchParams.get('sha256') ?? ''))
        await this.cache.delete(url).catch(() => false)
    }
  }

  private async readPiece(file: CachedFile, from: number): Promise<{ bytes: Uint8Array; wire: number | null } | null> {
    try {
      const response = await this.cache.match(toCacheKey(file, from))
      return response
        ? {
            bytes: new Uint8Array(await response.arrayBuffer()),
            wire: Number(response.headers.get(WIRE_BYTES_HEADER)) || null,
          }
        : null
    } catch {
      return null
    }
  }
}

async function waitForWrites(): Promise<void> {
  await Promise.all(pendingWrites)
}

const getPieceStarts = ({ bytes }: CachedFile): number[] =>
  Array.from({ length: Math.ceil(bytes / PIECE_BYTES) }, (_, i) => i * PIECE_BYTES)
const toCacheKey = ({ url, sha256 }: CachedFile, from: number): string => `${url}?sha256=${sha256}&from=${from}`
