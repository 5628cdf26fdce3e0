import type { JSX } from 'preact'
import { useEffect, useRef } from 'preact/hooks'
import { photo, produced, report } from '../../state/store'
import { words } from '../text'
import { useImage } from './use-image'

/** What would be saved, or has been: the crop alone, without a mark on it. */
export function CropView(): JSX.Element | null {
  const text = words()
  const canvas = useRef<HTMLCanvasElement>(null)
  const image = useImage(produced.value ? undefined : photo.value?.url)
  const crop = report.value?.crop ?? null
  useEffect(() => {
    const element = canvas.current, found = report.value
    if (!image || !element || !crop || !found) return
    element.width = 480
    element.height = Math.round(480 * crop.height / crop.width)
    const context = element.getContext('2d')!
    context.imageSmoothingQuality = 'high'
    // The decoded picture may have been reduced by the browser; the crop is in the photo's own pixels.
    const fit = image.naturalWidth / found.source.width
    context.drawImage(image, crop.x * fit, crop.y * fit, crop.width * fit, crop.height * fit, 0, 0, element.width, element.height)
  }, [image, crop])
  if (!crop) return null
  return (
    <figure class="crop-view">
      {produced.value
        ? <img src={produced.value.url} alt={text.savedAlt} />
        : <canvas ref={canvas} role="img" aria-label={text.cropTitle} />}
      <figcaption>{text.cropTitle}<span class="quiet">{text.cropSize(crop.outputWidth, crop.outputHeight)}</span></figcaption>
    </figure>
  )
}
