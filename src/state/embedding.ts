import { computed, signal } from '@preact/signals'
import { MODES, THEMES, type Mode, type Theme } from '../contract/embedding'

/**
 * How the page stands in another's: what its address says (`?embed&mode=…&theme=…`), and what the page around it says
 * later (src/embed/frame/host-messages.ts).
 */

const urlParameters = new URLSearchParams(location.search)
/** What is not known counts as what is not said. */
const toKnownValue = <T extends string>(values: readonly [T, ...T[]], asked: string | null): T =>
  values.find(value => value === asked) ?? values[0]

export const isEmbedded = urlParameters.has('embed')
/** The element says all it has to say by message; a plain frame says nothing. */
export const isHostAwaited = urlParameters.get('embed') === 'element' && window.parent !== window
/** Whether the page around this one has spoken: only then is there someone to be told that the student is done. */
export const hasHost = signal(false)

export const mode = signal<Mode>(isEmbedded ? toKnownValue(MODES, urlParameters.get('mode')) : 'full')
export const offersCamera = computed(() => mode.value !== 'photo')
export const offersFiles = computed(() => mode.value !== 'camera')

export const showsDetails = urlParameters.has('debug')
export const requestedProfile = urlParameters.get('profile') || null

/** `auto`: as the device is set. */
export function applyTheme(theme: Theme): void {
  if (theme === 'auto') delete document.documentElement.dataset['theme']
  else document.documentElement.dataset['theme'] = theme
}
export const requestedTheme = toKnownValue(THEMES, urlParameters.get('theme'))
