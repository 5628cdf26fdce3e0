import type { RefObject } from 'preact'
import { useLayoutEffect } from 'preact/hooks'
import { openRow } from '../../state/batch/actions'
import { moveSelection } from '../../state/batch/table-view'

/** Keys of the opened photo, wherever the focus is but where somebody types or moves something. */
export function useDetailKeys(note: RefObject<HTMLInputElement | null>): void {
  // Before it is painted: who opens with a key goes on with the next one at once.
  useLayoutEffect(() => {
    const pressed = (event: KeyboardEvent): void => {
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
        // Out of the note first, then out of the photo.
        if (event.key === 'Escape') (target as HTMLElement).blur()
        return
      }
      const act = getKeyAction(event, target, note)
      if (act) {
        event.preventDefault()
        act()
      }
    }
    document.addEventListener('keydown', pressed)
    return () => document.removeEventListener('keydown', pressed)
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

/** The strip of photo and crop, where it is too narrow for both. */
function isInScrollingStrip(target: Element): boolean {
  const strip = target.closest('.pair-strip')
  return strip !== null && strip.scrollWidth > strip.clientWidth
}
