import { batch, signal } from '@preact/signals'

/** What the list of checks is narrowed to. */
export const filter = signal('')
/** The check that something else points at, until it is shown; `field`: the id of the field in it, else its line. */
export const sought = signal<{ readonly check: string; readonly field: string | null } | null>(null)

/** Leads to a check wherever it is: folded away, filtered out, out of sight. */
export function seek(check: string, field: string | null = null): void {
  batch(() => {
    filter.value = ''
    sought.value = { check, field }
  })
}

/** After everything that state brings with it is drawn. */
export const onceDrawn = (run: () => void): void => {
  requestAnimationFrame(() => requestAnimationFrame(run))
}

export function show(element: HTMLElement | null | undefined): void {
  element?.scrollIntoView({ block: 'center' })
  element?.focus({ preventScroll: true })
}
