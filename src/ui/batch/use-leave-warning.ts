import { useSignalEffect } from '@preact/signals'
import { isUnsaved } from '../../state/batch/store'

/** Closing or reloading the page asks first while a result is nowhere but here. */
export function useLeaveWarning(): void {
  useSignalEffect(() => {
    if (!isUnsaved.value) return
    const ask = (event: BeforeUnloadEvent): void => event.preventDefault()
    addEventListener('beforeunload', ask)
    return () => removeEventListener('beforeunload', ask)
  })
}
