import { PhotoError } from '../contract/failure'
import { toHex } from '../lib/hex'
import { fetchRest, WrongFileError, type PartialDownload } from './fetch-rest'
import { assertOk, NotFoundError, withRetries } from './retries'
import { PIECE_BYTES, AssetCache, type CachedFile } from './asset-cache'

/** Bytes loaded so far, and in total, over all assets, as they cross the wire: compressed where the host does that. */
export type OnBytesLoaded = (loadedBytes: number, totalBytes: number) => void

/** The manifest fields that the loader needs. */
export interface ManifestEntry {
  readonly file: string
  readonly bytes: number
  /** Length as a host sends it compressed; missing in manifests of older versions. */
  readonly compressedBytes?: number
  readonly sha256: string
}

interface Listing {
  /** The files to load, by name. */
  readonly files: ReadonlyMap<string, CachedFile>
  /** Hashes of all files of the manifest. */
  readonly hashes: ReadonlySet<string>
  /** Expected length on the wire of each file of the manifest, by name. */
  readonly wireBytes: Map<string, number>
}

/** Running loads of all loaders. */
const pendingLoads = new Set<Promise<unknown>>()

/**
 * Loads assets listed by the manifest under one root, and reports their progress as one total. A loaded file is cached
 * on the device and not requested again; a broken download is resumed.
 */
export class AssetLoader {
  /** Shares 0..1 by file. */
  private readonly loadedShares = new Map<string, number>()
  private constructor(
    private readonly root: URL,
    private readonly listing: Listing,
    private readonly cache: AssetCache | null,
    private readonly onBytes: OnBytesLoaded,
  ) {}

  /** Errors: assets-missing if the manifest can't be loaded. */
  static async open(root: URL, files: readonly string[], onBytes?: OnBytesLoaded): Promise<AssetLoader> {
    return AssetLoader.fromManifest(
      root,
      await readManifest(root).catch((error: unknown) => {
        throw createMissingError(new URL('models/manifest.json', root), error)
      }),
      files,
      onBytes,
    )
  }

  /** Uses an already loaded manifest. */
  static async fromManifest(
    root: URL,
    manifest: readonly ManifestEntry[],
    files: readonly string[],
    onBytes: OnBytesLoaded = () => {},
  ): Promise<AssetLoader> {
    const entries = manifest
      .filter(({ file }) => files.includes(file))
      .map(({ file, bytes, sha256 }) => [file, { url: new URL(file, root).href, bytes, sha256 }] as const)
    const listing = {
      files: new Map(entries),
      hashes: new Set(manifest.map(({ sha256 }) => sha256)),
      wireBytes: new Map(manifest.map(({ file, bytes, compressedBytes }) => [file, compressedBytes ?? bytes] as const)),
    }
    return new AssetLoader(root, listing, await AssetCache.open(), onBytes)
  }

  url(file: string): string {
    return new URL(file, this.root).href
  }

  /** Errors: assets-missing where the file is missing, differs from the manifest, or the connection stays broken. */
  async bytes(file: string): Promise<Uint8Array<ArrayBuffer>> {
    const entry = this.listing.files.get(file)
    if (!entry) throw createMissingError(new URL(file, this.root))
    const loading = this.tryLoad(file, entry).then(bytes => bytes ?? this.reload(file, entry))
    pendingLoads.add(loading)
    try {
      return await loading
    } catch (error) {
      throw createMissingError(new URL(file, this.root), error)
    } finally {
      pendingLoads.delete(loading)
    }
  }

  /** Loads the files that are not cached yet, and waits until they are. Errors: assets-missing. */
  async cacheAll(): Promise<void> {
    for (const [file, entry] of this.listing.files) if (!(await this.cache?.has(entry))) await this.bytes(file)
    if (!(await this.hasAllCached())) throw createMissingError(this.root)
  }

  /** Whether every file is cached on the device, once the running loads have ended. */
  async hasAllCached(): Promise<boolean> {
    await Promise.allSettled(pendingLoads)
    const cachedFiles = await Promise.all([...this.listing.files.values()].map(entry => this.cache?.has(entry)))
    return cachedFiles.every(Boolean)
  }

  /** Deletes cached versions that the manifest no longer lists. */
  async deleteUnlisted(): Promise<void> {
    await this.cache?.deleteAllExcept(this.root, this.listing.hashes)
  }

  /** Reads cached pieces, then the rest from the network; null if the bytes don't match the manifest. */
  private async tryLoad(
    file: string,
    entry: CachedFile,
    cache?: RequestCache,
  ): Promise<Uint8Array<ArrayBuffer> | null> {
    const arrival: PartialDownload = { bytes: new Uint8Array(entry.bytes), length: 0, wireBytes: null }
    await this.cache?.read(entry, arrival)
    const wasCached = arrival.length === entry.bytes
    this.reportProgress(file, arrival)
    let next = arrival.length
    const last = entry.bytes - 1 - ((entry.bytes - 1) % PIECE_BYTES)
    const hasArrived = await fetchRest(
      entry.url,
      arrival,
      length => {
        this.reportProgress(file, arrival)
        for (; next + PIECE_BYTES <= length && next < last; next += PIECE_BYTES) this.cache?.put(entry, next, arrival)
      },
      cache,
    ).then(
      () => true,
      (error: unknown) => {
        if (error instanceof WrongFileError) return false
        throw error
      },
    )
    if (!hasArrived || !(await isGenuine(arrival.bytes, entry.sha256))) return null
    if (!wasCached) this.cache?.put(entry, last, arrival)
    return arrival.bytes
  }

  /** Deletes the cached pieces, which mix two versions or are of an old one, and requests the file once more. */
  private async reload(file: string, entry: CachedFile): Promise<Uint8Array<ArrayBuffer>> {
    await this.cache?.delete(entry)
    const bytes = await this.tryLoad(file, entry, 'reload')
    if (bytes) return bytes
    await this.cache?.delete(entry)
    throw new NotFoundError('other bytes than listed')
  }

  private reportProgress(file: string, { bytes, length, wireBytes: sentBytes }: PartialDownload): void {
    const { wireBytes } = this.listing
    if (sentBytes !== null) wireBytes.set(file, sentBytes)
    this.loadedShares.set(file, length / bytes.length)
    let loaded = 0
    for (const [name, share] of this.loadedShares) loaded += share * wireBytes.get(name)!
    this.onBytes(Math.round(loaded), this.countBytes(this.listing.files.keys()))
  }

  /** Length of these files together, as far as it is known how the host sends them. */
  countBytes(files: Iterable<string>): number {
    let sum = 0
    for (const file of files) sum += this.listing.wireBytes.get(file) ?? 0
    return sum
  }
}

/** Never taken from the cache; costs a few bytes, but an old manifest would reject new files. */
function readManifest(root: URL): Promise<ManifestEntry[]> {
  return withRetries(async () => {
    const response = await fetch(new URL('models/manifest.json', root), { cache: 'no-cache' })
    assertOk(response)
    return response.json().catch((error: unknown) => {
      throw new NotFoundError('no list', { cause: error })
    }) as Promise<ManifestEntry[]>
  })
}

/** Without subtle crypto (plain http) only the length is checked. */
async function isGenuine(bytes: Uint8Array<ArrayBuffer>, sha256: string): Promise<boolean> {
  const subtle = (globalThis.crypto as Crypto | undefined)?.subtle as SubtleCrypto | undefined
  if (!subtle) return true
  const digest = new Uint8Array(await subtle.digest('SHA-256', bytes))
  return toHex(digest) === sha256
}

/** The message is the URL, so that whoever hosts the files sees which one is missing. */
function createMissingError(url: URL, cause?: unknown): PhotoError {
  return new PhotoError('assets-missing', url.href, { cause })
}
