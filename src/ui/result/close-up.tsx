import type { JSX } from 'preact'
import { useEffect, useRef } from 'preact/hooks'
import type { Check } from '../../contract/report'
import { photo, report } from '../../state/store'
import { words } from '../text'
import { drawPlaces } from './overlay'
import { boundsOf } from './pen'
import { useImage } from './use-image'

const WIDTH = 320
const HEIGHT = 200

/** The place in the photo that a check speaks of, enlarged to look at, so that nobody needs to scroll up to see it. */
export function CloseUp({ check }: { check: Check }): JSX.Element {
  const text = words()
  const canvas = useRef<HTMLCanvasElement>(null)
  const image = useImage(photo.value?.url)
  useEffect(() => {
    const element = canvas.current,
      found = report.value
    if (!image || !element || !found) return
    const bounds = boundsOf(check.regions)
    const margin = 0.6 * Math.max(bounds.width, bounds.height) + found.source.width * 0.02
    const scale = Math.min(WIDTH / (bounds.width + 2 * margin), HEIGHT / (bounds.height + 2 * margin))
    const dense = Math.min(devicePixelRatio, 3)
    element.width = WIDTH * dense
    element.height = HEIGHT * dense
    const context = element.getContext('2d')!
    const left = bounds.x + bounds.width / 2 - WIDTH / scale / 2,
      top = bounds.y + bounds.height / 2 - HEIGHT / scale / 2
    context.setTransform(scale * dense, 0, 0, scale * dense, -left * scale * dense, -top * scale * dense)
    context.imageSmoothingQuality = 'high'
    context.drawImage(image, 0, 0, found.source.width, found.source.height)
    drawPlaces(context, check, scale)
  }, [image, check])
  return (
    <figure class="close-up">
      <canvas ref={canvas} role="img" aria-label={text.closeUp} />
      <figcaption class="quiet">{text.closeUp}</figcaption>
    </figure>
  )
}
