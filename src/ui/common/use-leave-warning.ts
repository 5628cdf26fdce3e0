import { useSignalEffect, type ReadonlySignal } from '@preact/signals'

/** Asks before the page is closed or reloaded while there is unsaved work. */
export function useLeaveWarning(isUnsaved: ReadonlySignal<boolean>): void {
  useSignalEffect(() => {
    if (!isUnsaved.value) return
    const onBeforeUnload = (event: BeforeUnloadEvent): void => event.preventDefault()
    addEventListener('beforeunload', onBeforeUnload)
    return () => removeEventListener('beforeunload', onBeforeUnload)
  })
}
