import type { RefObject } from 'preact'
import { useLayoutEffect } from 'preact/hooks'
import { openRow } from '../../state/batch/actions'
import { moveSelection } from '../../state/batch/table-view'

/** Keyboard shortcuts of the open photo, except while the focus is in a field or a control that uses the key. */
export function useDetailKeys(note: RefObject<HTMLInputElement | null>): void {
  // A layout effect, so that the keys work from the first paint.
  useLayoutEffect(() => {
    const onKeyDown = (event: KeyboardEvent): void => {
      const target = event.target as Element
      if (
        event.defaultPrevented ||
        event.altKey ||
        event.ctrlKey ||
        event.metaKey ||
        document.querySelector('dialog[open]')
      )
        return
      if (target.matches('input, select, textarea')) {
        // The first Escape leaves the note field, the second closes the photo.
        if (event.key === 'Escape') (target as HTMLElement).blur()
        return
      }
      const act = getKeyAction(event, target, note)
      if (act) {
        event.preventDefault()
        act()
      }
    }
    document.addEventListener('keydown', onKeyDown)
    return () => document.removeEventListener('keydown', onKeyDown)
  }, [])
}

function getKeyAction(
  event: KeyboardEvent,
  target: Element,
  note: RefObject<HTMLInputElement | null>,
): (() => void) | null {
  switch (event.key.toLowerCase()) {
    case 'arrowright':
      return isInScrollingStrip(target) ? null : () => moveSelection(1)
    case 'arrowleft':
      return isInScrollingStrip(target) ? null : () => moveSelection(-1)
    case 'j':
      return () => moveSelection(1)
    case 'k':
      return () => moveSelection(-1)
    case 'escape':
      return () => openRow(null)
    case 'a':
      return (
        note.current &&
        (() => {
          note.current?.focus()
          note.current?.select()
        })
      )
    default:
      return null
  }
}

/** Whether the target is in the strip of photo and crop, and the strip is too narrow for both. */
function isInScrollingStrip(target: Element): boolean {
  const strip = target.closest('.pair-strip')
  return strip !== null && strip.scrollWidth > strip.clientWidth
}
