import type { JSX } from 'preact'
import { useEffect, useRef, useState } from 'preact/hooks'
import { setLocale } from '../state/actions'
import { isEmbedded } from '../state/embedding'
import { locale, phase, produced, report, screen, failure } from '../state/store'
import { LazyBatchScreen } from './lazy-batch-screen'
import { CameraScreen } from './camera/camera-screen'
import { AwaitingScreen, RefusedScreen } from './embed/profile-screens'
import { OfflineNotice } from './common/offline-notice'
import { CompareScreen } from './compare/compare-screen'
import { listenForPhotos } from './photo-input'
import { buildHeadline } from './result/headline'
import { ResultScreen } from './result/result-screen'
import { StartScreen } from './start/start-screen'
import { getPageText } from './text'
import { WorkingScreen } from './working-screen'

const SCREENS = {
  awaiting: AwaitingScreen,
  refused: RefusedScreen,
  start: StartScreen,
  working: WorkingScreen,
  result: ResultScreen,
  compare: CompareScreen,
  camera: CameraScreen,
  batch: LazyBatchScreen,
} as const

export function App(): JSX.Element {
  const text = getPageText()
  const shown = screen.value
  const main = useRef<HTMLElement>(null)
  const [dropping, setDropping] = useState(false)
  const first = useRef(true)

  useEffect(() => listenForPhotos(setDropping), [])
  useEffect(() => {
    document.title = text.title
  }, [text])
  useEffect(() => {
    // On the first screen the browser's own focus is right.
    if (first.current) {
      first.current = shown === 'awaiting'
      return
    }
    scrollTo({ top: 0 })
    // Never out of the hands of the page around this one.
    if (isEmbedded && !document.hasFocus()) return
    main.current?.querySelector<HTMLElement>('h1')?.focus({ preventScroll: true })
  }, [shown])

  const Screen = SCREENS[shown]
  return (
    <div class="page" data-phase={phase.value} data-screen={shown}>
      {!isEmbedded && (
        <a class="skip" href="#main">
          {text.skip}
        </a>
      )}
      <header class="top">
        <span class="brand">
          {isEmbedded ? (
            text.embed.brand
          ) : (
            <>
              <img src={`${import.meta.env.BASE_URL}icon.svg`} alt="" width="32" height="32" />
              {text.brand}
            </>
          )}
        </span>
        <button
          type="button"
          class="button plain"
          lang={locale.value === 'en' ? 'zh-CN' : 'en'}
          onClick={() => setLocale(locale.value === 'en' ? 'zh-CN' : 'en')}
        >
          {text.otherLanguage}
        </button>
      </header>
      <main id="main" ref={main} tabIndex={-1}>
        <Screen />
      </main>
      <OfflineNotice />
      <footer class="foot">
        {text.footer}
        {shown === 'start' && !isEmbedded && (
          <>
            {' '}
            ·{' '}
            <a href="profile.html" target="_blank" rel="noopener">
              {text.forSchools}
            </a>
          </>
        )}
      </footer>
      <p class="unseen" role="status" aria-live="polite">
        {announcement()}
      </p>
      {dropping && (
        <div class="dropping" aria-hidden="true">
          <span>{text.dropNow}</span>
        </div>
      )}
    </div>
  )
}

/** The one sentence that a screen reader hears when something is done. */
function announcement(): string {
  const text = getPageText()
  // Failures are alerts of their own.
  if (failure.value) return ''
  if (produced.value) return text.announceProduced(produced.value.fileName)
  if (report.value) return buildHeadline(report.value)
  return phase.value === 'ready' ? text.announceReady : ''
}
