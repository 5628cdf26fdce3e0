import type { Mode, Theme } from '../../contract/embedding'
import type { SentProfile, SentReport } from '../protocol'

/** The types of `<zhaojian-check>` for host pages: the build bundles them into dist/embed.d.ts. */
export type { Mode, SentProfile, SentReport, Theme }
export type { SentCheck } from '../protocol'

/** What each event of the element carries in `detail`; none of them bubbles. */
export interface ZhaojianEventDetails {
  /** The page is there and knows whose rules hold. */
  ready: { readonly profile: SentProfile }
  /** A photo is checked to its end. */
  report: { readonly report: SentReport }
  /** The file is made; the report is of this file. */
  produced: { readonly report: SentReport }
  /** A failure of the library, the camera or the embedding (docs/embedding.md lists the codes). */
  error: { readonly code: string }
  /** The student has pressed Done. */
  close: Readonly<Record<string, never>>
}

export type ZhaojianEvents = { [Name in keyof ZhaojianEventDetails]: CustomEvent<ZhaojianEventDetails[Name]> }

/** Attributes, as a template writes them. Which values hold where nothing is said: docs/embedding.md. */
export interface ZhaojianAttributes {
  /** An id of ours, or the address of a profile file. */
  profile?: string | undefined
  theme?: Theme | undefined
  mode?: Mode | undefined
  /** The site's folder; needed where a bundler has taken embed.js in. */
  base?: string | undefined
  lang?: string | undefined
}

/** Listeners, as React 19 and Preact set them on a custom element. */
export type ZhaojianListeners = {
  [Name in keyof ZhaojianEvents as `on${Name}`]?: ((event: ZhaojianEvents[Name]) => void) | undefined
}

/** The element's own properties and methods. */
export interface ZhaojianMembers {
  /** An id of ours, the address of a profile file, or what a profile file holds. */
  get profile(): string | object | null
  set profile(profile: string | object | null)
  get theme(): Theme
  set theme(theme: Theme | null)
  get mode(): Mode
  set mode(mode: Mode | null)
  /** The site's folder; null where it is not known. */
  get base(): string | null
  set base(base: string | null)
  /** Lets the photo go, turns the camera off and goes back to the start. */
  close(): void
  /** Reads the custom properties anew, after the host has changed its colours. */
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
