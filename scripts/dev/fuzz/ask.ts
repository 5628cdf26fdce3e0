/** What the library said about one file. */
export interface PhotoAnswer {
  /** The report's verdict, or the code of the failure; 'untyped' for an error without one, 'silent' without any. */
  readonly outcome: string
  readonly message: string
  /** Of the check alone. */
  readonly ms: number
}

/** The pictures that were opened, by address. */
interface PageWithPictures {
  pictures?: Map<string, Blob>
}

/** Runs in the page: checks the photo at `url`, and keeps what it shows. */
export async function askAboutPhoto(url: string): Promise<PhotoAnswer> {
  const pictures = ((window as PageWithPictures).pictures ??= new Map())
  const photo = await (await fetch(url)).blob()
  pictures.set(url, photo)
  const start = performance.now()
  try {
    const report = await window.checker.check(new File([photo], 'photo'), {
      // Where the browser can't decode HEIC, the library's preview shows its pixels.
      onPreview: preview => void pictures.set(url, preview),
    })
    return { outcome: `report: ${report.verdict}`, message: '', ms: performance.now() - start }
  } catch (error) {
    const { code = 'untyped', message } = error as { code?: string; message: string }
    return { outcome: code, message, ms: performance.now() - start }
  }
}

/** Runs in the page: the share of 8x8 blocks in which two pictures differ that were opened; forgets the first. */
export async function comparePictures([url, other]: readonly [string, string]): Promise<number> {
  const pictures = (window as PageWithPictures).pictures!
  const decode = async (blob: Blob): Promise<ImageData> => {
    // The library gives browsers JPEGs with an end marker; behind a file's own nobody reads it.
    const ended = new Blob([blob, Uint8Array.of(0xff, 0xd9)], { type: blob.type })
    const bitmap = await createImageBitmap(ended)
    const context = new OffscreenCanvas(bitmap.width, bitmap.height).getContext('2d')!
    context.drawImage(bitmap, 0, 0)
    return context.getImageData(0, 0, bitmap.width, bitmap.height)
  }
  const [a, b] = await Promise.all([decode(pictures.get(url)!), decode(pictures.get(other)!)])
  pictures.delete(url)
  if (a.width !== b.width || a.height !== b.height) return 1
  const [pixels, others] = [new Uint32Array(a.data.buffer), new Uint32Array(b.data.buffer)]
  const columns = Math.ceil(a.width / 8)
  const blocks = new Set<number>()
  for (let at = 0; at < pixels.length; at++)
    if (pixels[at] !== others[at]) blocks.add((Math.floor(at / a.width) >> 3) * columns + ((at % a.width) >> 3))
  return blocks.size / (columns * Math.ceil(a.height / 8))
}
