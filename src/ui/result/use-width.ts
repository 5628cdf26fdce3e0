import type { RefObject } from 'preact'
import { useEffect, useState } from 'preact/hooks'

/** Width of an element in CSS pixels, kept up to date; 0 until known. */
export function useElementWidth(element: RefObject<Element | null>): number {
  const [width, setWidth] = useState(0)
  useEffect(() => {
    if (!element.current) return
    const observer = new ResizeObserver(([entry]) => setWidth(entry!.contentRect.width))
    observer.observe(element.current)
    return () => observer.disconnect()
  }, [])
  return width
}

/** Device pixels per CSS pixel, limited to 3. */
export const getPixelDensity = (): number => Math.min(devicePixelRatio, 3)
