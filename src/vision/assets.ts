import { PhotoError } from '../contract/failure'

/** Bytes so far of all assets together. */
export type OnBytes = (loadedBytes: number, totalBytes: number) => void

interface Listed { readonly file: string; readonly bytes: number }

/** Loads assets listed in the manifest under one root, telling the bytes of all of them together. */
export class AssetLoader {
  private readonly loaded = new Map<string, number>()
  private constructor(private readonly root: URL, private readonly sizes: ReadonlyMap<string, number>, private readonly onBytes: OnBytes) {}

  /** Errors: assets-missing where the manifest is not there. */
  static async open(root: URL, files: readonly string[], onBytes: OnBytes): Promise<AssetLoader> {
    const response = await fetch(new URL('models/manifest.json', root)).catch((error: unknown) => { throw missing('manifest', error) })
    if (!response.ok) throw missing('manifest')
    const listed = await response.json().catch((error: unknown) => { throw missing('manifest', error) }) as Listed[]
    return new AssetLoader(root, new Map(listed.filter(({ file }) => files.includes(file)).map(({ file, bytes }) => [file, bytes])), onBytes)
  }

  url(file: string): string { return new URL(file, this.root).href }

  /** Errors: assets-missing where the file is absent, another page in its place, or cut short. */
  async bytes(file: string): Promise<Uint8Array<ArrayBuffer>> {
    const expected = this.sizes.get(file)
    if (expected === undefined) throw missing(file)
    const response = await fetch(this.url(file)).catch((error: unknown) => { throw missing(file, error) })
    if (!response.ok || !response.body) throw missing(file)
    const bytes = new Uint8Array(expected)
    let length = 0
    const reader = response.body.getReader()
    for (;;) {
      const { done, value } = await reader.read().catch((error: unknown) => { throw missing(file, error) })
      if (done) break
      if (length + value.length > expected) throw missing(file, 'longer than listed')
      bytes.set(value, length)
      length += value.length
      this.tell(file, length)
    }
    if (length !== expected) throw missing(file, 'cut short')
    return bytes
  }

  private tell(file: string, length: number): void {
    this.loaded.set(file, length)
    const sum = (values: Iterable<number>): number => [...values].reduce((a, b) => a + b, 0)
    this.onBytes(sum(this.loaded.values()), sum(this.sizes.values()))
  }
}

function missing(file: string, cause?: unknown): PhotoError { return new PhotoError('assets-missing', file, { cause }) }
