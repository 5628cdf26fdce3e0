import type { ComponentType, JSX } from 'preact'
import { useEffect, useState } from 'preact/hooks'
import { VerdictIcon } from './common/icons'
import { ProgressBar } from './common/progress-bar'
import { getPageText, type PageText } from './text'

interface LazyScreen {
  (): JSX.Element
  /** Loads the screen's code ahead; a failure is reported when the screen is opened. */
  preload(): void
}

/** A screen whose code is loaded on demand; `getTitle` is what stands there meanwhile. */
export function createLazyScreen(load: () => Promise<ComponentType>, getTitle: (text: PageText) => string): LazyScreen {
  let loadedScreen: ComponentType | null = null
  const loadScreen = async (): Promise<ComponentType> => (loadedScreen = await load())

  function Loader(): JSX.Element {
    const [Screen, setScreen] = useState<ComponentType | null>(() => loadedScreen)
    const [isMissing, setMissing] = useState(false)
    const start = (): void => {
      setMissing(false)
      loadScreen().then(
        screen => setScreen(() => screen),
        () => setMissing(true),
      )
    }
    useEffect(() => {
      if (!loadedScreen) start()
    }, [])
    const title = getTitle(getPageText())
    return Screen ? <Screen /> : <Waiting title={title} onRetry={isMissing ? start : null} />
  }

  return Object.assign(Loader, { preload: () => void loadScreen().catch(() => {}) })
}

/** `onRetry`: the code could not be loaded. */
function Waiting({ title, onRetry }: { title: string; onRetry: (() => void) | null }): JSX.Element {
  const text = getPageText()
  return (
    <div class="working">
      <h1 tabIndex={-1}>{title}</h1>
      {onRetry ? (
        <div class="failure" role="alert">
          <VerdictIcon verdict="fail" />
          <div class="failure-words">
            <h2>{text.failureTitles['assets-missing']}</h2>
            <div class="buttons">
              <button type="button" class="button" onClick={onRetry}>
                {text.retry}
              </button>
            </div>
          </div>
        </div>
      ) : (
        <ProgressBar loading={null} stage={title} />
      )}
    </div>
  )
}
