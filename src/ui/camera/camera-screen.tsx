import type { JSX } from 'preact'
import { useEffect, useRef } from 'preact/hooks'
import { takePhoto } from '../../state/actions'
import { AUTO_AFTER, closeCamera, followVisibility } from '../../state/camera'
import { autoCapture, camera, live, progress } from '../../state/store'
import { ProgressBar } from '../common/progress-bar'
import { CloseIcon } from '../common/icons'
import { NativeCamera } from '../start/file-buttons'
import { words } from '../text'
import { DeviceChoice, LiveOptions } from './camera-options'
import { Instruction, toldBy, type Told } from './instruction'
import { LivePicture } from './live-picture'
import { Steps } from './steps'
import { useSpoken } from './use-spoken'

export function CameraScreen(): JSX.Element | null {
  const all = words(),
    text = all.camera
  const shown = camera.value
  const before = useRef<Told | null>(null)
  const told = (before.current = toldBy(live.value, before.current))
  const announced = useSpoken(shown?.stream ? told.words : '')
  useEffect(followVisibility, [])
  if (!shown) return null
  const { stream, mirrored } = shown
  return (
    <div class="camera" data-instruction={live.value?.instruction ?? ''}>
      <header class="camera-head">
        <h1 tabIndex={-1}>{text.title}</h1>
        <button type="button" class="button plain" data-action="close-camera" onClick={closeCamera}>
          <CloseIcon />
          {text.close}
        </button>
      </header>
      {stream && <Instruction told={told} />}
      <div class="camera-stage">
        {stream ? (
          <LivePicture stream={stream} mirrored={mirrored} />
        ) : (
          <p class="camera-wait">
            {text.starting}
            <br />
            {text.allow}
          </p>
        )}
      </div>
      <p class="unseen" role="status" aria-live="polite">
        {announced}
      </p>
      {stream && !live.value && progress.value && <ProgressBar loading={progress.value} stage={all.stage['models']!} />}
      <Shutter />
      {live.value && <Steps report={live.value} />}
      <LiveOptions />
      <div class="camera-foot">
        <DeviceChoice />
        {shown.slow && <p class="quiet">{text.slow}</p>}
        <p class="quiet">
          {text.note}
          <br />
          {mirrored ? text.mirror : text.helper}
        </p>
        <NativeCamera />
      </div>
    </div>
  )
}

/** Always there; around it the countdown to the photo that takes itself. */
function Shutter(): JSX.Element {
  const text = words().camera
  const report = live.value
  const isCounting = autoCapture.value && report?.instruction === 'ready'
  const share = isCounting ? Math.min(1, report.coach.heldFor / AUTO_AFTER) : 0
  const { stream = null, taking = false } = camera.value ?? {}
  return (
    <div class="shutter-row">
      <button
        type="button"
        class="shutter"
        data-action="shutter"
        data-countdown={share.toFixed(2)}
        disabled={!stream || taking}
        aria-label={text.shutter}
        onClick={() => void takePhoto()}
      >
        <svg viewBox="0 0 100 100" aria-hidden="true">
          <circle class="shutter-track" cx="50" cy="50" r="45" />
          <circle class="shutter-count" cx="50" cy="50" r="45" pathLength={1} stroke-dasharray={`${share} 1`} />
          <circle class="shutter-button" cx="50" cy="50" r="35" />
        </svg>
      </button>
      <p class="quiet">{taking ? text.taking : isCounting ? text.countdown : text.shutter}</p>
    </div>
  )
}
