import type { PartialDownload } from './fetch-rest'

/** One version of one file. */
export interface CachedFile {
  readonly url: string
  readonly bytes: number
  readonly sha256: string
}

const CACHE_NAME = 'zhaojian-assets'
/** Bytes of a piece: what a reload during a load may lose at most. */
export const PIECE_BYTES = 2 * 1024 * 1024
const WIRE_BYTES_HEADER = 'x-wire'

/** Writing goes on after the bytes were handed out; whoever needs to know waits for these. */
const pendingWrites = new Set<Promise<void>>()

/**
 * Files kept in Cache Storage, in pieces, so that a part that has arrived outlives a reload. A key holds the file's
 * hash: another version is another key. The last piece is put there once the whole is found genuine, so a file whose
 * pieces are all there is complete.
 */
export class AssetCache {
  private constructor(private readonly cache: Cache) {}

  /**
   * null where there is no Cache Storage (plain http) or it is closed to the page (private windows, sandboxed frames).
   */
  static async open(): Promise<AssetCache | null> {
    try {
      return new AssetCache(await caches.open(CACHE_NAME))
    } catch {
      return null
    }
  }

  /** Fills in what is kept from the beginning of the file. */
  async read(file: CachedFile, arrival: PartialDownload): Promise<void> {
    const pieces = await Promise.all(getPieceStarts(file).map(from => this.readPiece(file, from)))
    for (const piece of pieces) {
      if (!piece || piece.bytes.length !== Math.min(PIECE_BYTES, file.bytes - arrival.length)) break
      arrival.bytes.set(piece.bytes, arrival.length)
      arrival.length += piece.bytes.length
      arrival.wireBytes = piece.wire
    }
  }

  /** Keeps the piece that begins at `from`, in the background. */
  put(file: CachedFile, from: number, { bytes, wireBytes }: PartialDownload): void {
    const body = bytes.subarray(from, Math.min(from + PIECE_BYTES, file.bytes))
    const response = new Response(body, {
      headers: { 'content-type': 'application/octet-stream', [WIRE_BYTES_HEADER]: String(wireBytes ?? 0) },
    })
    // No room, or the storage was cleared meanwhile: it is then loaded again next time.
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
    const found = await Promise.all(
      getPieceStarts(file).map(from => this.cache.match(toCacheKey(file, from)).catch(() => undefined)),
    )
    return found.every(Boolean)
  }

  /** Lets go of every version of files under `root` whose hash is not among these. */
  async deleteAllExcept(root: URL, hashes: ReadonlySet<string>): Promise<void> {
    for (const { url } of await this.cache.keys().catch(() => [])) {
      // A site below this one has its files in folders of its own.
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
