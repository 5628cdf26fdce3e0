import { useEffect, useState } from 'preact/hooks'

/** The decoded image at a URL; null until decoded, and if the browser can't show it. */
export function useImage(url: string | undefined): HTMLImageElement | null {
  const [image, setImage] = useState<HTMLImageElement | null>(null)
  useEffect(() => {
    setImage(null)
    if (url === undefined) return
    let isCurrent = true
    decodeImage(url).then(
      image => {
        if (isCurrent) setImage(image)
      },
      () => {},
    )
    return () => {
      isCurrent = false
    }
  }, [url])
  return image
}

/** Decodes the image at a URL. Errors: the browser can't show it. */
export async function decodeImage(url: string): Promise<HTMLImageElement> {
  const image = new Image()
  image.src = url
  await image.decode()
  return image
}
