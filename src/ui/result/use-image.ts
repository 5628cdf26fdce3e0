import { useEffect, useState } from 'preact/hooks'

/** The picture behind a URL once it is decoded; null before, and where the browser can't show it. */
export function useImage(url: string | undefined): HTMLImageElement | null {
  const [image, setImage] = useState<HTMLImageElement | null>(null)
  useEffect(() => {
    setImage(null)
    if (url === undefined) return
    let wanted = true
    decodeImage(url).then(
      image => {
        if (wanted) setImage(image)
      },
      () => {},
    )
    return () => {
      wanted = false
    }
  }, [url])
  return image
}

/** The picture behind a URL. Errors: the browser can't show it. */
export async function decodeImage(url: string): Promise<HTMLImageElement> {
  const image = new Image()
  image.src = url
  await image.decode()
  return image
}
