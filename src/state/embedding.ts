import { computed, signal } from '@preact/signals'
import { MODES, THEMES, type Mode, type Theme } from '../contract/embedding'

/**
 * How the page is embedded: the URL's parameters (`?embed&mode=…&theme=…`), and what the host page sends later
 * (src/embed/frame/host-messages.ts).
 */

const urlParameters = new URLSearchParams(location.search)
/** An unknown value counts as missing: the first of `values` is the default. */
const toKnownValue = <T extends string>(values: readonly [T, ...T[]], requested: string | null): T =>
  values.find(value => value === requested) ?? values[0]

export const isEmbedded = urlParameters.has('embed')
/** The custom element configures the page by messages; a plain iframe sends none. */
export const isHostAwaited = urlParameters.get('embed') === 'element' && window.parent !== window
/** Whether the host page has sent a message: only then can it be notified that the student is done. */
export const hasHost = signal(false)

export const mode = signal<Mode>(isEmbedded ? toKnownValue(MODES, urlParameters.get('mode')) : 'full')
export const offersCamera = computed(() => mode.value !== 'photo')
export const offersFiles = computed(() => mode.value !== 'camera')

export const showsDetails = urlParameters.has('debug')
export const requestedProfile = urlParameters.get('profile') || null

/** `auto`: follows the device's colour scheme. */
export function applyTheme(theme: Theme): void {
  if (theme === 'auto') delete document.documentElement.dataset['theme']
  else document.documentElement.dataset['theme'] = theme
}
export const requestedTheme = toKnownValue(THEMES, urlParameters.get('theme'))
