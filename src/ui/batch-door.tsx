import type { ComponentType, JSX } from 'preact'
import { useEffect, useState } from 'preact/hooks'
import { VerdictIcon } from './common/icons'
import { ProgressBar } from './common/progress-bar'
import { words } from './text'

/** The batch screen is code that a student never needs: loaded when it is opened. */
let screen: ComponentType | null = null

export function BatchDoor(): JSX.Element {
  const text = words()
  const [Screen, setScreen] = useState<ComponentType | null>(() => screen)
  const [isMissing, setMissing] = useState(false)
  const load = (): void => {
    setMissing(false)
    import('./batch/batch-screen').then(
      ({ BatchScreen }) => {
        screen = BatchScreen
        setScreen(() => BatchScreen)
      },
      () => setMissing(true),
    )
  }
  useEffect(() => {
    if (!screen) load()
  }, [])
  if (Screen) return <Screen />
  return (
    <div class="working">
      <h1 tabIndex={-1}>{text.batchLoading}</h1>
      {isMissing ? (
        <div class="failure" role="alert">
          <VerdictIcon verdict="fail" />
          <div class="failure-words">
            <h2>{text.trouble['assets-missing']}</h2>
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
