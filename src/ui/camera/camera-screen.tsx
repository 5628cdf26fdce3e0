import type { JSX } from 'preact'
import { useEffect, useRef } from 'preact/hooks'
import type { LiveReport } from '../../contract/report'
import { takePhoto } from '../../state/actions'
import { closeCamera, switchCamera, watchVideo } from '../../state/camera'
import { camera, live, locale, progress } from '../../state/store'
import { summarise } from '../../state/summary'
import { explain } from '../../zhaojian'
import { CameraIcon, CloseIcon, SwitchIcon, VerdictIcon } from '../common/icons'
import { ProgressBar } from '../common/progress-bar'
import { NativeCamera } from '../start/file-buttons'
import { words } from '../text'

export function CameraScreen(): JSX.Element | null {
  const text = words()
  const video = useRef<HTMLVideoElement>(null)
  const shown = camera.value
  const stream = shown?.stream ?? null
  useEffect(() => {
    const element = video.current
    if (!element || !stream) return
    element.srcObject = stream
    // Autoplay may be refused; the shutter's press is then what starts it.
    void element.play().catch(() => {})
    void watchVideo(element)
    return () => { element.srcObject = null }
  }, [stream])
  if (!shown) return null
  return (
    <div class="camera">
      <h1 tabIndex={-1}>{text.cameraTitle}</h1>
      <p class="quiet">{text.cameraNote}</p>
      <div class="camera-view">
        <video ref={video} class={shown.mirrored ? 'mirrored' : ''} muted playsInline aria-label={text.cameraTitle} />
        {!stream && <p class="camera-wait">{text.cameraStarting}<br />{text.cameraAllow}</p>}
        {stream && <Instruction report={live.value} />}
      </div>
      {stream && !live.value && progress.value && <ProgressBar loading={progress.value} stage={text.stage['models']!} />}
      <div class="camera-buttons">
        <button type="button" class="button" onClick={closeCamera}><CloseIcon />{text.closeCamera}</button>
        <button type="button" class="button primary shutter" disabled={!stream || shown.taking} onClick={() => { if (video.current) void takePhoto(video.current) }}><CameraIcon />{text.shutter}</button>
        {shown.canSwitch && <button type="button" class="button" onClick={switchCamera}><SwitchIcon />{text.switchCamera}</button>}
      </div>
      {stream && shown.mirrored && <p class="quiet">{text.cameraMirror}</p>}
      {live.value && <LiveList report={live.value} />}
      <NativeCamera />
    </div>
  )
}

/** The one thing to do next, in words; steadied by the library, so that it may be read aloud. */
function Instruction({ report }: { report: LiveReport | null }): JSX.Element {
  const text = words()
  const isReady = report?.instruction === 'ready'
  const check = report?.checks.find(({ id }) => id === report.instruction)
  const said = !report ? text.cameraLooking : isReady ? text.cameraReady : check ? explain(check, locale.value).advice : text.cameraLooking
  return <p class={isReady ? 'instruction ready' : 'instruction'} role="status">{report && <VerdictIcon verdict={isReady ? 'pass' : 'warn'} />}{said}</p>
}

/** What is not right at the moment. File rules are no matter for a frame. */
function LiveList({ report }: { report: LiveReport }): JSX.Element {
  const text = words()
  const open = summarise(report).groups.filter(({ id }) => id !== 'file').flatMap(({ checks }) => checks).filter(({ verdict }) => verdict === 'fail' || verdict === 'warn')
  return (
    <section class="live-list">
      <h2>{text.liveList}</h2>
      {open.length === 0
        ? <p class="quiet">{text.nothingOpen}</p>
        : <ul>{open.map(check => <li key={check.id}><VerdictIcon verdict={check.verdict} />{explain(check, locale.value).title}<span class={`word word-${check.verdict}`}>{text.verdict[check.verdict]}</span></li>)}</ul>}
    </section>
  )
}
