import type { JSX } from 'preact'
import { checkSample as trySample } from '../../state/actions'
import { loadAndOpenBatch } from '../../state/batch/batch-entry'
import { isCameraSupported, startCamera } from '../../state/camera'
import { isEmbedded, offersCamera, offersFiles } from '../../state/embedding'
import { failure, phase, profile, progress } from '../../state/store'
import { FailurePanel } from '../common/failure-panel'
import { CameraIcon, LockIcon, ManyIcon, VerdictIcon } from '../common/icons'
import { ProgressBar } from '../common/progress-bar'
import { RefusalList } from '../common/refusal-list'
import { getPageText } from '../text'
import { refusesSelfies } from '../../contract/profile'
import { AcceptanceFacts, AcceptanceNote } from './acceptance-note'
import { ChooseFile, NativeCamera } from './file-buttons'
import { FrameGuide } from './frame-guide'
import { CollectionNote } from './collection-note'
import { ProfileChoice, ProfileSource } from './profile-choice'

export function StartScreen(): JSX.Element {
  const text = getPageText()
  return (
    <div class="start">
      <div class="start-main">
        <h1 tabIndex={-1}>{text.tagline}</h1>
        <p class="lead">{text.lead}</p>
        {failure.value && <FailurePanel failure={failure.value} />}
        <div class="school">
          <ProfileChoice />
          <div class="by-school">
            <CollectionNote />
            {profile.value.refuses.length > 0 && (
              <section class="refuses">
                <h2>{text.refuses}</h2>
                <RefusalList />
              </section>
            )}
          </div>
        </div>
        <PhotoSection />
        {!isEmbedded && <BatchEntry />}
        <p class="promise">
          <LockIcon />
          <span>
            <strong>{text.privacy}</strong> {text.privacyMore}
          </span>
        </p>
        <Readiness />
      </div>
      <aside class="start-side by-school">
        <FrameGuide />
        <ProfileSource />
      </aside>
    </div>
  )
}

function PhotoSection(): JSX.Element {
  const text = getPageText()
  return (
    <section class="drop" aria-labelledby="drop-title">
      <h2 id="drop-title">{offersFiles.value ? text.dropTitle : text.camera.title}</h2>
      <p class="quiet hint">{offersFiles.value ? text.dropHint : text.camera.note}</p>
      <AcceptanceNote />
      <div class="buttons">
        {offersFiles.value && <ChooseFile label={text.choose} />}
        {offersCamera.value && <CameraButton isFirst={!offersFiles.value} />}
      </div>
      {offersFiles.value && (
        <button type="button" class="link" data-action="sample" onClick={() => void trySample()}>
          {text.sample}
        </button>
      )}
      <AcceptanceFacts />
    </section>
  )
}

function BatchEntry(): JSX.Element {
  const text = getPageText()
  return (
    <button type="button" class="batch-entry" data-action="batch" onClick={() => void loadAndOpenBatch()}>
      <ManyIcon />
      <span>
        <strong>{text.batchEntry}</strong> <span class="quiet">{text.batchFor}</span>
      </span>
    </button>
  )
}

function CameraButton({ isFirst }: { isFirst: boolean }): JSX.Element {
  if (!isCameraSupported()) return <NativeCamera />
  return (
    <button
      type="button"
      class={isFirst ? 'button primary' : 'button'}
      data-action="camera"
      onClick={() => void startCamera(refusesSelfies(profile.value) ? 'rear' : undefined)}
    >
      <CameraIcon />
      {getPageText().useCamera}
    </button>
  )
}

/** Loading progress of the checker's files. */
function Readiness(): JSX.Element | null {
  const text = getPageText()
  if (phase.value === 'loading')
    return (
      <div class="readiness">
        <ProgressBar loading={progress.value} stage={text.loadingQuietly} />
      </div>
    )
  return phase.value === 'ready' ? (
    <p class="readiness ready">
      <VerdictIcon verdict="pass" />
      {text.readyNow}
    </p>
  ) : null
}
