import { batch, signal } from '@preact/signals'

/** What the list of checks is narrowed to. */
export const checkFilter = signal('')
/** The check that something else points at, until it is shown; `field`: the id of the field in it, else its line. */
export const requestedCheck = signal<{ readonly check: string; readonly field: string | null } | null>(null)

/** Leads to a check wherever it is: folded away, filtered out, out of sight. */
export function goToCheck(check: string, field: string | null = null): void {
  batch(() => {
    checkFilter.value = ''
    requestedCheck.value = { check, field }
  })
}

/** After everything that state brings with it is drawn. */
export const afterNextPaint = (run: () => void): void => {
  requestAnimationFrame(() => requestAnimationFrame(run))
}

export function scrollAndFocus(element: HTMLElement | null | undefined): void {
  element?.scrollIntoView({ block: 'center' })
  element?.focus({ preventScroll: true })
}
