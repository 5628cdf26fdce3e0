import { PhotoError } from '../contract/failure'
import { fetchRest, OtherFile, type Arrival } from './fetch-rest'
import { assertOk, NotThere, withRetries } from './retries'
import { PIECE, AssetCache, type Kept } from './asset-cache'

/** Bytes so far of all assets together. */
export type OnBytes = (loadedBytes: number, totalBytes: number) => void

/** What the loader needs of the manifest. */
export interface Listed {
  readonly file: string
  readonly bytes: number
  readonly sha256: string
}

/** Loads under way, of all loaders. */
const underway = new Set<Promise<unknown>>()

/**
 * Loads assets listed in the manifest under one root, telling the bytes of all of them together. What was loaded once
 * is kept on the
 * device and not asked for again; a load that breaks is resumed.
 */
export class AssetLoader {
  private readonly loaded = new Map<string, number>()
  private constructor(
    private readonly root: URL,
    private readonly files: ReadonlyMap<string, Kept>,
    private readonly listedHashes: ReadonlySet<string>,
    private readonly shelf: AssetCache | null,
    private readonly onBytes: OnBytes,
  ) {}

  /** Errors: assets-missing where the manifest is not there. */
  static async open(root: URL, files: readonly string[], onBytes?: OnBytes): Promise<AssetLoader> {
    return AssetLoader.of(
      root,
      await readManifest(root).catch((error: unknown) => {
        throw missing('manifest', error)
      }),
      files,
      onBytes,
    )
  }

  /** With a manifest that is there already. */
  static async of(
    root: URL,
    listed: readonly Listed[],
    files: readonly string[],
    onBytes: OnBytes = () => {},
  ): Promise<AssetLoader> {
    const wanted = listed.filter(({ file }) => files.includes(file))
    const kept = wanted.map(({ file, bytes, sha256 }): [string, Kept] => [
      file,
      { url: new URL(file, root).href, bytes, sha256 },
    ])
    return new AssetLoader(
      root,
      new Map(kept),
      new Set(listed.map(({ sha256 }) => sha256)),
      await AssetCache.open(),
      onBytes,
    )
  }

  url(file: string): string {
    return new URL(file, this.root).href
  }

  /** Errors: assets-missing where the file is absent, another in its place, or the line is broken for good. */
  async bytes(file: string): Promise<Uint8Array<ArrayBuffer>> {
    const entry = this.files.get(file)
    if (!entry) throw missing(file)
    const loading = this.load(file, entry).then(bytes => bytes ?? this.loadAnew(file, entry))
    underway.add(loading)
    try {
      return await loading
    } catch (error) {
      throw missing(file, error)
    } finally {
      underway.delete(loading)
    }
  }

  /** Loads what is not kept yet, and waits until it is. Errors: assets-missing. */
  async keepAll(): Promise<void> {
    for (const [file, entry] of this.files) if (!(await this.shelf?.holds(entry))) await this.bytes(file)
    if (!(await this.holdsAll())) throw missing('shelf')
  }

  /** Whether every one of the files is kept on the device, once what is being loaded at the moment is there. */
  async holdsAll(): Promise<boolean> {
    await Promise.allSettled(underway)
    const held = await Promise.all([...this.files.values()].map(entry => this.shelf?.holds(entry)))
    return held.every(Boolean)
  }

  /** Lets go of kept versions that the manifest no longer lists. */
  async dropUnlisted(): Promise<void> {
    await this.shelf?.dropAllBut(this.root, this.listedHashes)
  }

  /** Kept pieces, then the rest from the network; null where the whole is not what the manifest lists. */
  private async load(file: string, entry: Kept, cache?: RequestCache): Promise<Uint8Array<ArrayBuffer> | null> {
    const arrival: Arrival = { bytes: new Uint8Array(entry.bytes), length: 0, wire: null }
    await this.shelf?.read(entry, arrival)
    const wasKept = arrival.length === entry.bytes
    this.tell(file, arrival.length)
    let next = arrival.length
    const last = entry.bytes - 1 - ((entry.bytes - 1) % PIECE)
    const hasArrived = await fetchRest(
      entry.url,
      arrival,
      length => {
        this.tell(file, length)
        for (; next + PIECE <= length && next < last; next += PIECE) this.shelf?.put(entry, next, arrival)
      },
      cache,
    ).then(
      () => true,
      (error: unknown) => {
        if (error instanceof OtherFile) return false
        throw error
      },
    )
    if (!hasArrived || !(await isGenuine(arrival.bytes, entry.sha256))) return null
    if (!wasKept) this.shelf?.put(entry, last, arrival)
    return arrival.bytes
  }

  /**
   * Pieces of two versions, or an old one from a cache on the way: all are thrown away and the file is asked for once
   * more.
   */
  private async loadAnew(file: string, entry: Kept): Promise<Uint8Array<ArrayBuffer>> {
    await this.shelf?.forget(entry)
    const bytes = await this.load(file, entry, 'reload')
    if (bytes) return bytes
    await this.shelf?.forget(entry)
    throw new NotThere('other bytes than listed')
  }

  private tell(file: string, length: number): void {
    this.loaded.set(file, length)
    const sum = (values: Iterable<number>): number => [...values].reduce((a, b) => a + b, 0)
    this.onBytes(sum(this.loaded.values()), sum([...this.files.values()].map(({ bytes }) => bytes)))
  }
}

/** Asked for anew each time, which costs a few bytes: an old list would refuse new files. */
function readManifest(root: URL): Promise<Listed[]> {
  return withRetries(async () => {
    const response = await fetch(new URL('models/manifest.json', root), { cache: 'no-cache' })
    assertOk(response)
    return response.json().catch((error: unknown) => {
      throw new NotThere('no list', { cause: error })
    }) as Promise<Listed[]>
  })
}

/** Without subtle crypto (plain http) the length must do. */
async function isGenuine(bytes: Uint8Array<ArrayBuffer>, sha256: string): Promise<boolean> {
  const subtle = (globalThis.crypto as Crypto | undefined)?.subtle as SubtleCrypto | undefined
  if (!subtle) return true
  const digest = new Uint8Array(await subtle.digest('SHA-256', bytes))
  return [...digest].map(byte => byte.toString(16).padStart(2, '0')).join('') === sha256
}

function missing(file: string, cause?: unknown): PhotoError {
  return new PhotoError('assets-missing', file, { cause })
}
