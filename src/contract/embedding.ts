import type { Locale } from './locale'

/**
 * What a host page may ask of the page that it puts into its own (docs/embedding.md). The first of each is what holds
 * where nothing, or nothing known, is asked.
 */

export const THEMES = ['auto', 'light', 'dark'] as const
export type Theme = (typeof THEMES)[number]

/** `photo`: no camera; `camera`: the camera first, and no choice of files. */
export const MODES = ['full', 'photo', 'camera'] as const
export type Mode = (typeof MODES)[number]

/** Whose rules: `name` is an id of ours or an address on the page's own origin, `json` the text of a profile file. */
export type GivenProfile = { readonly name: string } | { readonly json: string }

/** The look that the host asks for: colours and a length, as CSS writes them. */
export const STYLES = ['accent', 'surface', 'ground', 'ink', 'radius'] as const
export type Style = (typeof STYLES)[number]

export interface EmbedOptions {
  /** null: what was chosen last on this device, with the list to choose from. */
  readonly profile: GivenProfile | null
  /** null: what was chosen last on this device, then the browser's. */
  readonly lang: Locale | null
  readonly theme: Theme
  readonly mode: Mode
  readonly style: Readonly<Partial<Record<Style, string>>>
}

/** A profile's name that is an id; everything else is an address. */
export const isProfileId = (name: string): boolean => /^[a-z0-9]+(-[a-z0-9]+)*$/.test(name)

/** Characters of a profile file at most, and of its address. */
export const MAX_PROFILE_CHARACTERS = 200_000
export const MAX_PROFILE_NAME_CHARACTERS = 2000
