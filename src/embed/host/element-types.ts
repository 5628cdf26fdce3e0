import type { Mode, Theme } from '../../contract/embedding'
import type { SentProfile, SentReport } from '../protocol'

/** The types of `<zhaojian-check>` for host pages: the build bundles them into dist/embed.d.ts. */
export type { Mode, SentProfile, SentReport, Theme }
export type { SentCheck } from '../protocol'

/** `detail` of each of the element's events; none of them bubbles. */
export interface ZhaojianEventDetails {
  /** The page is loaded and has a profile. */
  ready: { readonly profile: SentProfile }
  /** A photo's check is complete. */
  report: { readonly report: SentReport }
  /** The file is produced; the report is that of the file. */
  produced: { readonly report: SentReport }
  /** A failure of the library, the camera or the embedding (docs/embedding.md lists the codes). */
  error: { readonly code: string }
  /** The student has pressed Done. */
  close: Readonly<Record<string, never>>
}

export type ZhaojianEvents = { [Name in keyof ZhaojianEventDetails]: CustomEvent<ZhaojianEventDetails[Name]> }

/** Attributes as written in HTML. Defaults: docs/embedding.md. */
export interface ZhaojianAttributes {
  /** A built-in id, or the URL of a profile file. */
  profile?: string | undefined
  theme?: Theme | undefined
  mode?: Mode | undefined
  /** URL of the site's folder; needed if a bundler includes embed.js. */
  base?: string | undefined
  lang?: string | undefined
}

/** Listeners, as React 19 and Preact set them on a custom element. */
export type ZhaojianListeners = {
  [Name in keyof ZhaojianEvents as `on${Name}`]?: ((event: ZhaojianEvents[Name]) => void) | undefined
}

/** The element's own properties and methods. */
export interface ZhaojianMembers {
  /** A built-in id, the URL of a profile file, or the contents of one. */
  get profile(): string | object | null
  set profile(profile: string | object | null)
  get theme(): Theme
  set theme(theme: Theme | null)
  get mode(): Mode
  set mode(mode: Mode | null)
  /** URL of the site's folder; null if unknown. */
  get base(): string | null
  set base(base: string | null)
  /** Removes the photo, turns the camera off and returns to the start screen. */
  close(): void
  /** Reads the CSS custom properties again after the host has changed its colours. */
  restyle(): void
}

type Listener<E extends Event> = (this: ZhaojianElement, event: E) => unknown

export interface ZhaojianElement extends HTMLElement, ZhaojianMembers {
  addEventListener<Name extends keyof ZhaojianEvents>(
    type: Name,
    listener: Listener<ZhaojianEvents[Name]>,
    options?: boolean | AddEventListenerOptions,
  ): void
  addEventListener<Name extends keyof HTMLElementEventMap>(
    type: Name,
    listener: Listener<HTMLElementEventMap[Name]>,
    options?: boolean | AddEventListenerOptions,
  ): void
  addEventListener(
    type: string,
    listener: EventListenerOrEventListenerObject,
    options?: boolean | AddEventListenerOptions,
  ): void
  removeEventListener<Name extends keyof ZhaojianEvents>(
    type: Name,
    listener: Listener<ZhaojianEvents[Name]>,
    options?: boolean | EventListenerOptions,
  ): void
  removeEventListener<Name extends keyof HTMLElementEventMap>(
    type: Name,
    listener: Listener<HTMLElementEventMap[Name]>,
    options?: boolean | EventListenerOptions,
  ): void
  removeEventListener(
    type: string,
    listener: EventListenerOrEventListenerObject,
    options?: boolean | EventListenerOptions,
  ): void
}

declare global {
  interface HTMLElementTagNameMap {
    'zhaojian-check': ZhaojianElement
  }
}
