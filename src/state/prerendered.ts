import { setProfile } from './actions'
import { findProfileId } from './checker'
import { profileId } from './store'

/**
 * The built page shows its start screen before this script is there (build/prerender). Takes over the school chosen in
 * it meanwhile; the returned function, called once the page is rendered, hands on a photo that was chosen.
 */
export function takePrerendered(app: HTMLElement): () => void {
  loadBlockedStyle()
  const isPrerendered = app.dataset['prerendered'] !== undefined
  const chosen = isPrerendered && findProfileId(app.querySelector('select')?.value ?? null)
  if (chosen && chosen !== profileId.value) setProfile(chosen)
  return () => {
    delete app.dataset['prerendered']
    if (!isPrerendered) return
    for (const input of app.querySelectorAll<HTMLInputElement>('input[type=file]'))
      if (input.files?.length) input.dispatchEvent(new Event('change', { bubbles: true }))
  }
}

/** A host's own policy header may refuse the inline style, as that of an earlier version did: its file does as well. */
function loadBlockedStyle(): void {
  const style = document.querySelector<HTMLStyleElement>('style[data-file]')
  if (!style || style.sheet) return
  const link = document.createElement('link')
  link.rel = 'stylesheet'
  link.href = style.dataset['file']!
  style.replaceWith(link)
}
