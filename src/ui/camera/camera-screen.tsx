import type { JSX } from 'preact'
import { useEffect, useRef } from 'preact/hooks'
import { takePhoto } from '../../state/actions'
import { AUTO_CAPTURE_AFTER_MS, closeCamera, watchVisibility } from '../../state/camera'
import { isAutoCaptureOn, camera, liveReport, progress } from '../../state/store'
import { ProgressBar } from '../common/progress-bar'
import { CloseIcon } from '../common/icons'
import { NativeCamera } from '../start/file-buttons'
import { getPageText } from '../text'
import { DeviceChoice, CameraOptions } from './camera-options'
import { Instruction, buildInstructionText, type InstructionText } from './instruction'
import { LivePicture } from './live-picture'
import { LiveSteps } from './steps'
import { useAnnouncement } from './use-announcement'

export function CameraScreen(): JSX.Element | null {
  const currentCamera = camera.value
  const before = useRef<InstructionText | null>(null)
  const instruction = (before.current = buildInstructionText(liveReport.value, before.current))
  const announced = useAnnouncement(currentCamera?.stream ? instruction.words : '')
  useEffect(watchVisibility, [])
  if (!currentCamera) return null
  const { stream, mirrored } = currentCamera
  return (
    <div class="camera" data-instruction={liveReport.value?.instruction ?? ''}>
      <CameraHeader />
      {stream && <Instruction told={instruction} />}
      <div class="camera-stage">{stream ? <LivePicture stream={stream} mirrored={mirrored} /> : <CameraWait />}</div>
      <p class="unseen" role="status" aria-live="polite">
        {announced}
      </p>
      {stream && <CameraLoading />}
      {currentCamera.interrupted && <Interruption />}
      <Shutter />
      {liveReport.value && <LiveSteps report={liveReport.value} />}
      <CameraOptions />
      <CameraFoot slow={currentCamera.slow} mirrored={mirrored} />
    </div>
  )
}

/** What is still being downloaded: the models before the first verdict, those of the parts after it. */
function CameraLoading(): JSX.Element | null {
  const loading = progress.value
  if (!loading || loading.loadedBytes >= loading.totalBytes) return null
  const stage = getPageText().stage[loading.stage === 'parts' ? 'partsLoading' : 'models']!
  return <ProgressBar loading={loading} stage={stage} />
}

function CameraFoot({ slow, mirrored }: { readonly slow: boolean; readonly mirrored: boolean }): JSX.Element {
  const text = getPageText().camera
  return (
    <div class="camera-foot">
      <DeviceChoice />
      {slow && <p class="quiet">{text.slow}</p>}
      <p class="quiet">
        {text.note}
        <br />
        {mirrored ? text.mirror : text.helper}
      </p>
      <NativeCamera />
    </div>
  )
}

function CameraHeader(): JSX.Element {
  const text = getPageText().camera
  return (
    <header class="camera-head">
      <h1 tabIndex={-1}>{text.title}</h1>
      <button type="button" class="button plain" data-action="close-camera" onClick={closeCamera}>
        <CloseIcon />
        {text.close}
      </button>
    </header>
  )
}

/** Shown until the browser gives a camera stream. */
function CameraWait(): JSX.Element {
  const text = getPageText().camera
  return (
    <p class="camera-wait">
      {text.starting}
      <br />
      {text.allow}
    </p>
  )
}

/** Shown while live checking starts again after a worker stopped. */
const Interruption = (): JSX.Element => (
  <p class="quiet" role="status" data-interrupted>
    {getPageText().camera.interrupted}
  </p>
)

/** Always shown; its ring is the countdown to automatic capture. */
function Shutter(): JSX.Element {
  const text = getPageText().camera
  const report = liveReport.value
  const isCounting = isAutoCaptureOn.value && report?.instruction === 'ready'
  const share = isCounting ? Math.min(1, report.coach.heldFor / AUTO_CAPTURE_AFTER_MS) : 0
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
