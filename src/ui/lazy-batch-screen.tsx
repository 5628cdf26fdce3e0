import type { ComponentType, JSX } from 'preact'
import { useEffect, useState } from 'preact/hooks'
import { VerdictIcon } from './common/icons'
import { ProgressBar } from './common/progress-bar'
import { getPageText } from './text'

/** Loaded on demand, because students never open the batch. */
let loadedScreen: ComponentType | null = null

export function LazyBatchScreen(): JSX.Element {
  const text = getPageText()
  const [Screen, setScreen] = useState<ComponentType | null>(() => loadedScreen)
  const [isMissing, setMissing] = useState(false)
  const load = (): void => {
    setMissing(false)
    import('./batch/batch-screen').then(
      ({ BatchScreen }) => {
        loadedScreen = BatchScreen
        setScreen(() => BatchScreen)
      },
      () => setMissing(true),
    )
  }
  useEffect(() => {
    if (!loadedScreen) load()
  }, [])
  if (Screen) return <Screen />
  return (
    <div class="working">
      <h1 tabIndex={-1}>{text.batchLoading}</h1>
      {isMissing ? (
        <div class="failure" role="alert">
          <VerdictIcon verdict="fail" />
          <div class="failure-words">
            <h2>{text.failureTitles['assets-missing']}</h2>
            <div class="buttons">
              <button type="button" class="button" onClick={load}>
                {text.retry}
              </button>
            </div>
          </div>
        </div>
      ) : (
        <ProgressBar loading={null} stage={text.batchLoading} />
      )}
    </div>
  )
}
