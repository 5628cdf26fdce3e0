import {
  MODES,
  STYLES,
  THEMES,
  type EmbedOptions,
  type GivenProfile,
  type Mode,
  type Theme,
} from '../../contract/embedding'
import type { ZhaojianMembers } from './element-types'
import { Mount } from './mount'
import { parseStyle, type FrameMessage } from '../protocol'
import { findScriptFolder } from './script-folder'
import { ELEMENT_STYLES } from './element-styles'
import { ELEMENT_TEXT } from './element-text'
import { LOCALES, matchLocale, type Locale } from '../../contract/locale'

/** `<zhaojian-check>`: the check inside a school's own page (docs/embedding.md). */

const SCRIPT_FOLDER = globalThis.document ? findScriptFolder() : null
const PROPERTIES = ['profile', 'theme', 'mode', 'base'] as const

/** On a server there is no HTMLElement to extend; importing this module must still work there. */
const BaseElement = globalThis.HTMLElement ?? (class {} as typeof HTMLElement)

class ZhaojianCheck extends BaseElement implements ZhaojianMembers {
  static readonly observedAttributes = [...PROPERTIES, 'lang']

  readonly #status = document.createElement('p')
  #mounted: { readonly key: string; readonly mount: Mount } | null = null
  /** A profile set as an object, which has no attribute, with its JSON at that time. */
  #ownProfile: { readonly profile: object; readonly json: string } | null = null
  #isScheduled = false

  constructor() {
    super()
    const root = this.attachShadow({ mode: 'open' })
    const sheet = new CSSStyleSheet()
    sheet.replaceSync(ELEMENT_STYLES)
    // Not a <style>: the host's Content Security Policy may forbid it.
    root.adoptedStyleSheets = [sheet]
    this.#status.setAttribute('part', 'status')
    this.#status.setAttribute('role', 'status')
    root.append(this.#status)
  }

  get profile(): string | object | null {
    return this.#ownProfile?.profile ?? this.getAttribute('profile')
  }
  /** A built-in id, a URL, or the contents of a profile file. Errors: TypeError for an object that is not JSON. */
  set profile(profile: string | object | null) {
    const isObject = typeof profile === 'object' && profile !== null
    this.#ownProfile = isObject ? { profile, json: JSON.stringify(profile) } : null
    if (!isObject) this.#reflect('profile', profile)
    // Setting an object may change no attribute, so schedule explicitly.
    this.#schedule()
  }
  get theme(): Theme {
    return toKnownValue(THEMES, this.getAttribute('theme'))
  }
  set theme(theme: Theme | null) {
    this.#reflect('theme', theme)
  }
  get mode(): Mode {
    return toKnownValue(MODES, this.getAttribute('mode'))
  }
  set mode(mode: Mode | null) {
    this.#reflect('mode', mode)
  }
  /** URL of the site's folder; null if unknown. */
  get base(): string | null {
    return this.getAttribute('base') ?? SCRIPT_FOLDER
  }
  set base(base: string | null) {
    this.#reflect('base', base)
  }

  /** Removes the photo, turns the camera off and returns to the start screen. */
  close(): void {
    this.#mounted?.mount.clear()
  }
  /** Reads the CSS custom properties again after the host has changed its colours. */
  restyle(): void {
    this.#schedule()
  }

  connectedCallback(): void {
    // A property set before the element was upgraded is an own property that hides the setter.
    for (const name of PROPERTIES) {
      if (!Object.hasOwn(this, name)) continue
      const value = this[name]
      delete (this as Partial<Record<typeof name, unknown>>)[name]
      Object.assign(this, { [name]: value })
    }
    this.#schedule()
  }
  disconnectedCallback(): void {
    // A moved element is disconnected and reconnected in the same task, and its frame reloads.
    this.#mounted?.mount.endSession()
    this.#schedule()
  }
  /** Called for moveBefore, which keeps the frame's document: nothing to do. */
  connectedMoveCallback(): void {}
  attributeChangedCallback(name: string): void {
    if (name === 'profile') this.#ownProfile = null
    this.#schedule()
  }

  #reflect(name: string, value: string | null | undefined): void {
    if (value === null || value === undefined) this.removeAttribute(name)
    else this.setAttribute(name, value)
  }

  /** Applies all changes of one task at once. */
  #schedule(): void {
    if (this.#isScheduled) return
    this.#isScheduled = true
    queueMicrotask(() => {
      this.#isScheduled = false
      this.#apply()
    })
  }

  #apply(): void {
    if (!this.isConnected) {
      this.#unmount()
      return
    }
    const site = parseSiteUrl(this.base)
    if (!site) {
      this.#unmount()
      this.#reportError('unreachable', `base is no http(s) address: ${this.base}`)
      return
    }
    // In photo mode there is no camera. A frame's permissions are fixed when it loads.
    const allow = `${this.mode === 'photo' ? '' : `camera ${site.origin}; `}fullscreen ${site.origin}`
    const key = `${site.href} ${allow}`
    const request = { profile: this.#readProfile(), otherOptions: this.#readOtherOptions() }
    if (this.#mounted?.key !== key) {
      this.#unmount()
      const mount = new Mount(site, allow, request, {
        onMessage: message => this.#receiveMessage(message),
        onError: (code, message) => this.#reportError(code, message),
      })
      this.#mounted = { key, mount }
      this.#showStatus('opening')
      this.shadowRoot!.append(mount.frame)
    } else this.#mounted.mount.setRequest(request)
    this.#mounted.mount.frame.title = ELEMENT_TEXT[this.#getLocale()].title
  }

  #unmount(): void {
    this.#mounted?.mount.dispose()
    this.#mounted = null
    this.#status.replaceChildren()
  }

  #receiveMessage({ type, ...detail }: FrameMessage): void {
    const { frame } = this.#mounted!.mount
    frame.hidden = false
    this.#showStatus(null)
    if ('height' in detail) frame.style.height = `${detail.height}px`
    else this.dispatchEvent(new CustomEvent(type, { detail: deepFreeze(detail) }))
  }

  /** Shows a text to the student, dispatches an event to the host and logs the cause for the web team. */
  #reportError(code: string, message: string): void {
    console.error(`zhaojian-check: ${message}`)
    if (code === 'unreachable') {
      // Keep the frame: a page that loads late is still shown.
      if (this.#mounted) this.#mounted.mount.frame.hidden = true
    } else this.#unmount()
    this.#showStatus(code === 'unreachable' ? 'unreachable' : 'notSetUp')
    this.dispatchEvent(new CustomEvent('error', { detail: deepFreeze({ code }) }))
  }

  #showStatus(state: 'opening' | 'unreachable' | 'notSetUp' | null): void {
    const words = ELEMENT_TEXT[this.#getLocale()]
    this.#status.hidden = state === null
    this.#status.lang = this.#getLocale()
    this.#status.replaceChildren(state ? words[state] : '')
    const site = parseSiteUrl(this.base)
    if (!site || !state || state === 'opening') return
    const link = document.createElement('a')
    link.href = site.href
    link.target = '_blank'
    link.rel = 'noopener noreferrer'
    link.textContent = words.open
    this.#status.append(link)
  }

  #readProfile(): GivenProfile | null {
    const name = this.getAttribute('profile')
    return this.#ownProfile ? { json: this.#ownProfile.json } : name ? { name } : null
  }

  #readOtherOptions(): Omit<EmbedOptions, 'profile'> {
    const computed = getComputedStyle(this)
    const style = Object.fromEntries(
      STYLES.flatMap(name => {
        const value = parseStyle(name, computed.getPropertyValue(`--zhaojian-${name}`).trim())
        return value === null ? [] : [[name, value]]
      }),
    )
    return {
      lang: this.#readRequestedLocale(),
      theme: toKnownValue(THEMES, this.theme),
      mode: toKnownValue(MODES, this.mode),
      style,
    }
  }

  /** The lang of the element or its closest ancestor that has one. */
  #readRequestedLocale(): Locale | null {
    return matchLocale(this.closest<HTMLElement>('[lang]')?.lang ?? document.documentElement.lang)
  }
  #getLocale(): Locale {
    return this.#readRequestedLocale() ?? matchLocale(navigator.language) ?? LOCALES[0]
  }
}

const toKnownValue = <T extends string>(values: readonly [T, ...T[]], requested: string | null): T =>
  values.find(value => value === requested) ?? values[0]

/** URL of the site's folder; null if it is no http(s) URL. */
function parseSiteUrl(base: string | null): URL | null {
  try {
    const site = base === null ? null : new URL(base.replace(/\/?$/, '/'), document.baseURI)
    return site && /^https?:$/.test(site.protocol) ? site : null
  } catch {
    return null
  }
}

function deepFreeze<T>(value: T): T {
  if (typeof value === 'object' && value !== null) Object.values(Object.freeze(value)).forEach(deepFreeze)
  return value
}

// If a page loads the script twice, the first definition stays.
if (globalThis.customElements && !customElements.get('zhaojian-check'))
  customElements.define('zhaojian-check', ZhaojianCheck)
