import type { JSX } from 'preact'
import { useEffect, useRef } from 'preact/hooks'
import type { Report } from '../../contract/report'
import { photo, report } from '../../state/store'
import { words } from '../text'
import { useImage } from './use-image'

/** What would be saved: the crop alone, without a mark on it. */
export function CropView({ crop }: { crop: NonNullable<Report['crop']> }): JSX.Element {
  const text = words()
  const canvas = useRef<HTMLCanvasElement>(null)
  const image = useImage(photo.value?.url)
  useEffect(() => {
    const element = canvas.current, found = report.value
    if (!image || !element || !found) return
    element.width = 480
    element.height = Math.round(480 * crop.height / crop.width)
    const context = element.getContext('2d')!
    context.imageSmoothingQuality = 'high'
    // The decoded picture may have been reduced by the browser; the crop is in the photo's own pixels.
    const fit = image.naturalWidth / found.source.width
    context.drawImage(image, crop.x * fit, crop.y * fit, crop.width * fit, crop.height * fit, 0, 0, element.width, element.height)
  }, [image, crop])
  return (
    <figure class="crop-view">
      <canvas ref={canvas} role="img" aria-label={text.cropTitle} />
      <figcaption>
        <strong>{text.cropTitle}</strong>
        <span class="numbers">{text.cropSize(crop.outputWidth, crop.outputHeight)}</span>
        <span class="quiet">{text.savePromise}</span>
      </figcaption>
    </figure>
  )
}
