import { effect } from '@preact/signals'
import { batchOpen } from './store'

/** `?batch` in the address opens the batch screen and stands there while it is open, so that a reload comes back to it. */
const WORD = 'batch'

export async function followAddress(): Promise<void> {
  if (new URLSearchParams(location.search).has(WORD)) {
    // Without its code the start screen stays; its button says so when it is tried.
    try { (await import('./actions')).openBatch() } catch { return }
  }
  effect(() => {
    const address = new URL(location.href)
    if (batchOpen.value === address.searchParams.has(WORD)) return
    if (batchOpen.value) address.searchParams.set(WORD, '')
    else address.searchParams.delete(WORD)
    // `?batch=` and `?batch` say the same; the shorter one is what people write.
    history.replaceState(history.state, '', address.href.replace(/([?&]batch)=(?=&|#|$)/, '$1'))
  })
}
