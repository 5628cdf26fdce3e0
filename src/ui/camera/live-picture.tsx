import { useSignalEffect } from '@preact/signals'
import type { JSX } from 'preact'
import { useEffect, useRef, useState } from 'preact/hooks'
import { CLAUSE_FRAME } from '../../contract/space'
import { takePhoto } from '../../state/actions'
import { watchVideo } from '../../state/camera'
import { camera, liveReport, liveLayers, profile } from '../../state/store'
import { buildFigure } from '../common/figure'
import { drawOverlay } from '../result/overlay'
import { OverlayPainter } from '../result/overlay-painter'
import { getPageText } from '../text'

/** Portrait aspect ratio, used until the size of the camera's frames is known. */
const DEFAULT_SIZE = { width: 3, height: 4 }

/** The camera's picture with an overlay: outlines, and the figure that the head should fill. */
export function LivePicture({ stream, mirrored }: { stream: MediaStream; mirrored: boolean }): JSX.Element {
  const text = getPageText().camera
  const video = useRef<HTMLVideoElement>(null)
  const [size, setSize] = useState(DEFAULT_SIZE)
  useEffect(() => {
    const element = video.current!
    element.srcObject = stream
    const updateSize = (): void => {
      if (element.videoWidth) setSize({ width: element.videoWidth, height: element.videoHeight })
    }
    // Rotating the device rotates its frames.
    element.addEventListener('resize', updateSize)
    element.addEventListener('loadedmetadata', updateSize)
    // Autoplay may be refused; pressing the shutter then starts the video.
    void element.play().catch(() => {})
    void watchVideo(element, () => void takePhoto())
    return () => {
      element.removeEventListener('resize', updateSize)
      element.removeEventListener('loadedmetadata', updateSize)
      element.srcObject = null
    }
  }, [stream])
  return (
    <div
      class={mirrored ? 'live-picture mirrored' : 'live-picture'}
      style={{ aspectRatio: `${size.width} / ${size.height}`, '--ratio': size.width / size.height }}
    >
      <video ref={video} muted playsInline aria-label={text.view} />
      <LiveOverlay />
      <Silhouette width={size.width} height={size.height} />
      {camera.value?.paused && <p class="camera-wait">{text.paused}</p>}
    </div>
  )
}

/** The layers of the last frame's report; drawn outside of rendering, whenever a report arrives. */
function LiveOverlay(): JSX.Element {
  const canvas = useRef<HTMLCanvasElement>(null)
  useSignalEffect(() => {
    const report = liveReport.value,
      layers = liveLayers.value,
      element = canvas.current
    if (!element) return
    const width = element.clientWidth,
      dense = Math.min(devicePixelRatio, 2)
    const context = element.getContext('2d')!
    if (!report || width === 0) {
      context.clearRect(0, 0, element.width, element.height)
      return
    }
    const scale = width / report.source.width
    const [columns, rows] = [
      Math.round(width * dense),
      Math.round((width * dense * report.source.height) / report.source.width),
    ]
    if (element.width !== columns || element.height !== rows) {
      element.width = columns
      element.height = rows
    }
    context.setTransform(1, 0, 0, 1, 0, 0)
    context.clearRect(0, 0, columns, rows)
    context.setTransform(scale * dense, 0, 0, scale * dense, 0, 0)
    drawOverlay(new OverlayPainter(context, scale), report, layers, undefined)
  })
  return <canvas ref={canvas} aria-hidden="true" />
}

/** Head and shoulders drawn from the profile's limits, in the crop that would be cut. */
function Silhouette({ width, height }: { width: number; height: number }): JSX.Element | null {
  const figure = buildFigure(profile.value)
  const guide = liveReport.value?.guide
  if (!figure) return null
  const unit = Math.min(width / 3, height / 4)
  const {
    x,
    y,
    width: across,
    fits,
  } = guide ?? { x: (width - 3 * unit) / 2, y: (height - 4 * unit) / 2, width: 3 * unit, fits: false }
  return (
    <svg class={fits ? 'silhouette fits' : 'silhouette'} viewBox={`0 0 ${width} ${height}`} aria-hidden="true">
      <g transform={`translate(${x} ${y}) scale(${across / CLAUSE_FRAME.width})`}>
        <rect width={CLAUSE_FRAME.width} height={CLAUSE_FRAME.height} rx="14" />
        <path d={figure.outline} />
      </g>
    </svg>
  )
}
