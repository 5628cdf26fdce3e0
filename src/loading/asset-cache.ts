import type { Arrival } from './fetch-rest'

/** One version of one file. */
export interface Kept {
  readonly url: string
  readonly bytes: number
  readonly sha256: string
}

const CACHE = 'zhaojian-assets'
/** Bytes of a piece: what a reload during a load may lose at most. */
export const PIECE = 2 * 1024 * 1024
const WIRE = 'x-wire'

/** Writing goes on after the bytes were handed out; whoever needs to know waits for these. */
const writes = new Set<Promise<void>>()

/**
 * Files kept in Cache Storage, in pieces, so that a part that has arrived outlives a reload. A key holds the file's
 * hash: another version
 * is another key. The last piece is put there once the whole is found genuine, so a file whose pieces are all there is
 * complete.
 */
export class AssetCache {
  private constructor(private readonly cache: Cache) {}

  /**
   * null where there is no Cache Storage (plain http) or it is closed to the page (private windows, sandboxed frames).
   */
  static async open(): Promise<AssetCache | null> {
    try {
      return new AssetCache(await caches.open(CACHE))
    } catch {
      return null
    }
  }

  /** Fills in what is kept from the beginning of the file. */
  async read(file: Kept, arrival: Arrival): Promise<void> {
    const pieces = await Promise.all(starts(file).map(from => this.piece(file, from)))
    for (const piece of pieces) {
      if (!piece || piece.bytes.length !== Math.min(PIECE, file.bytes - arrival.length)) break
      arrival.bytes.set(piece.bytes, arrival.length)
      arrival.length += piece.bytes.length
      arrival.wire = piece.wire
    }
  }

  /** Keeps the piece that begins at `from`, in the background. */
  put(file: Kept, from: number, { bytes, wire }: Arrival): void {
    const body = bytes.subarray(from, Math.min(from + PIECE, file.bytes))
    const response = new Response(body, {
      headers: { 'content-type': 'application/octet-stream', [WIRE]: String(wire ?? 0) },
    })
    // No room, or the storage was cleared meanwhile: it is then loaded again next time.
    const write = this.cache.put(keyOf(file, from), response).catch(() => {})
    writes.add(write)
    void write.then(() => writes.delete(write))
  }

  async forget(file: Kept): Promise<void> {
    await settled()
    await Promise.all(starts(file).map(from => this.cache.delete(keyOf(file, from)).catch(() => false)))
  }

  async holds(file: Kept): Promise<boolean> {
    await settled()
    const found = await Promise.all(
      starts(file).map(from => this.cache.match(keyOf(file, from)).catch(() => undefined)),
    )
    return found.every(Boolean)
  }

  /** Lets go of every version of files under `root` whose hash is not among these. */
  async dropAllBut(root: URL, hashes: ReadonlySet<string>): Promise<void> {
    for (const { url } of await this.cache.keys().catch(() => [])) {
      // A site below this one has its files in folders of its own.
      const isOurs = url.startsWith(root.href) && /^(models|runtime)\//.test(url.slice(root.href.length))
      if (isOurs && !hashes.has(new URL(url).searchParams.get('sha256') ?? ''))
        await this.cache.delete(url).catch(() => false)
    }
  }

  private async piece(file: Kept, from: number): Promise<{ bytes: Uint8Array; wire: number | null } | null> {
    try {
      const response = await this.cache.match(keyOf(file, from))
      return response
        ? { bytes: new Uint8Array(await response.arrayBuffer()), wire: Number(response.headers.get(WIRE)) || null }
        : null
    } catch {
      return null
    }
  }
}

async function settled(): Promise<void> {
  await Promise.all(writes)
}

const starts = ({ bytes }: Kept): number[] => Array.from({ length: Math.ceil(bytes / PIECE) }, (_, i) => i * PIECE)
const keyOf = ({ url, sha256 }: Kept, from: number): string => `${url}?sha256=${sha256}&from=${from}`
