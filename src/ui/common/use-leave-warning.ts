import { useSignalEffect, type ReadonlySignal } from '@preact/signals'

/** Closing or reloading the page asks first while something is nowhere but here. */
export function useLeaveWarning(isUnsaved: ReadonlySignal<boolean>): void {
  useSignalEffect(() => {
    if (!isUnsaved.value) return
    const ask = (event: BeforeUnloadEvent): void => event.preventDefault()
    addEventListener('beforeunload', ask)
    return () => removeEventListener('beforeunload', ask)
  })
}
