import { useEffect, useState } from 'preact/hooks'

/** The picture behind a URL once it is decoded; null before, and where the browser can't show it. */
export function useImage(url: string | undefined): HTMLImageElement | null {
  const [image, setImage] = useState<HTMLImageElement | null>(null)
  useEffect(() => {
    setImage(null)
    if (url === undefined) return
    let wanted = true
    const next = new Image()
    next.src = url
    next.decode().then(() => { if (wanted) setImage(next) }, () => {})
    return () => { wanted = false }
  }, [url])
  return image
}
