import type { JSX, RefObject } from 'preact'
import { useEffect, useRef, useState } from 'preact/hooks'
import { setLocale } from '../state/actions'
import { isEmbedded } from '../state/embedding'
import { locale, phase, produced, report, screen, failure } from '../state/store'
import { AwaitingScreen, RefusedScreen } from './embed/profile-screens'
import { OfflineNotice } from './common/offline-notice'
import {
  LazyBatchScreen,
  LazyCameraScreen,
  LazyCompareScreen,
  LazyResultScreen,
  preloadPhotoScreens,
} from './lazy-screens'
import { listenForPhotos } from './photo-input'
import { buildHeadline } from './result/headline'
import { StartScreen } from './start/start-screen'
import { getPageText } from './text'
import { WorkingScreen } from './working-screen'

const SCREENS = {
  awaiting: AwaitingScreen,
  refused: RefusedScreen,
  start: StartScreen,
  working: WorkingScreen,
  result: LazyResultScreen,
  compare: LazyCompareScreen,
  camera: LazyCameraScreen,
  batch: LazyBatchScreen,
} as const

export function App(): JSX.Element {
  const text = getPageText()
  const screenName = screen.value
  const main = useRef<HTMLElement>(null)
  const [dropping, setDropping] = useState(false)

  useEffect(() => listenForPhotos(setDropping), [])
  useEffect(preloadPhotoScreens, [])
  useEffect(() => {
    document.title = text.title
  }, [text])
  useHeadingFocus(main, screenName)

  const Screen = SCREENS[screenName]
  return (
    <div class="page" data-phase={phase.value} data-screen={screenName}>
      {!isEmbedded && (
        <a class="skip" href="#main">
          {text.skip}
        </a>
      )}
      <PageHeader />
      <main id="main" ref={main} tabIndex={-1}>
        <Screen />
      </main>
      <OfflineNotice />
      <PageFooter />
      <p class="unseen" role="status" aria-live="polite">
        {buildAnnouncement()}
      </p>
      {dropping && (
        <div class="dropping" aria-hidden="true">
          <span>{text.dropNow}</span>
        </div>
      )}
    </div>
  )
}

/** Moves the focus to the heading of every screen after the first. */
function useHeadingFocus(main: RefObject<HTMLElement | null>, screenName: keyof typeof SCREENS): void {
  const first = useRef(true)
  useEffect(() => {
    // The first screen keeps the browser's own focus.
    if (first.current) {
      first.current = screenName === 'awaiting'
      return
    }
    scrollTo({ top: 0 })
    // An embedded page must not take the focus from its host page.
    if (isEmbedded && !document.hasFocus()) return
    main.current?.querySelector<HTMLElement>('h1')?.focus({ preventScroll: true })
  }, [screenName])
}

function PageHeader(): JSX.Element {
  const text = getPageText()
  const otherLocale = locale.value === 'en' ? 'zh-CN' : 'en'
  return (
    <header class="top">
      <span class="brand">
        {isEmbedded ? (
          text.embed.brand
        ) : (
          <>
            <img src="icon.svg" alt="" width="32" height="32" />
            {text.brand}
          </>
        )}
      </span>
      <button type="button" class="button plain" lang={otherLocale} onClick={() => setLocale(otherLocale)}>
        {text.otherLanguage}
      </button>
    </header>
  )
}

function PageFooter(): JSX.Element {
  const text = getPageText()
  return (
    <footer class="foot">
      {text.footer}
      {screen.value === 'start' && !isEmbedded && (
        <>
          {' '}
          ·{' '}
          <a href="profile.html" target="_blank" rel="noopener">
            {text.forSchools}
          </a>{' '}
          ·{' '}
          <a href="NOTICES.txt" target="_blank" rel="noopener">
            {text.licences}
          </a>
        </>
      )}
    </footer>
  )
}

/** Announcement for screen readers when a step is done. */
function buildAnnouncement(): string {
  const text = getPageText()
  // A failure has its own alert.
  if (failure.value) return ''
  if (produced.value) return text.announceProduced(produced.value.fileName)
  if (report.value) return buildHeadline(report.value)
  return phase.value === 'ready' ? text.announceReady : ''
}
