import type { Limit } from './limit'
import type { LocalisedText } from './locale'

export type { LocalisedText }

export interface ProfileStep {
  readonly title: LocalisedText
  readonly detail: LocalisedText
  readonly url?: string
}

/**
 * Where a photo may come from: taken live in the school's own app; by a photo studio; by another person with a phone's
 * rear camera; by oneself with a phone; scanned or photographed from a print.
 */
export const PHOTO_ORIGINS = ['own-app', 'studio', 'helper', 'selfie', 'scan'] as const
export type PhotoOrigin = (typeof PHOTO_ORIGINS)[number]

/** What the school accepts, told before a photo is taken or chosen. */
export interface Acceptance {
  /** Every origin that is accepted; what is not among them is refused. */
  readonly origins: readonly PhotoOrigin[]
  /** The school puts its own background behind the person: the wall need only be plain. */
  readonly replacesBackground?: boolean
  /** Where the shot is taken, or what else matters about it. */
  readonly note?: LocalisedText
  /** What the notice says; its own words only if `quoted`. */
  readonly clause?: string
  readonly quoted?: boolean
  readonly clauseEn?: string
}

/** One of several backgrounds; which one holds, the test centre says. */
export interface BackgroundChoice {
  readonly id: string
  readonly name: LocalisedText
  /** '#rrggbb', sRGB. */
  readonly references: readonly string[]
}

/** A school's rules: one JSON file, validated by src/profiles/parse.ts, with `extends` already resolved. */
export interface Profile {
  readonly schema: 'zhaojian-profile/2'
  readonly id: string
  readonly version: string
  readonly name: LocalisedText
  /** What else one may look for it by: city, exam, initials in pinyin; words with spaces between. */
  readonly search?: string
  readonly source: {
    readonly title: string
    readonly url?: string
    readonly trust: Limit['trust']
    readonly note?: LocalisedText
  }
  /** Day on which the profile was last compared with its source, YYYY-MM-DD. */
  readonly checked?: string
  /** First and last day on which photos are taken in, YYYY-MM-DD. */
  readonly window?: { readonly from?: string; readonly to?: string }
  /** In yuan. */
  readonly fee?: { readonly min: number; readonly max: number }
  /** Where the file goes. `compulsory`: only a file that this tool has made itself is taken. */
  readonly platform?: { readonly name: LocalisedText; readonly url?: string; readonly compulsory?: boolean }
  /** How often one may submit. */
  readonly attempts?: number
  /** Whom to ask. */
  readonly contact?: LocalisedText
  readonly acceptance?: Acceptance
  /** habitual: who always wears glasses keeps them on; forbidden: none at all; clear: allowed if clear. */
  readonly glasses?: 'habitual' | 'forbidden' | 'clear'
  /** How old the photo may be. */
  readonly maxAgeMonths?: number
  /** Where the test centre says which of several backgrounds holds. */
  readonly backgrounds?: readonly BackgroundChoice[]
  /** width : height of the file, reduced or in whole pixels. */
  readonly ratio: readonly [number, number]
  /** Dots per inch written into the produced file. */
  readonly density: number
  /** How the school wants its files named, without ending: text with placeholders (src/lib/file-name.ts). */
  readonly fileName?: string
  /** By check id, in the order of display. */
  readonly checks: Readonly<Record<string, Limit>>
  /** What comes after the file: where to get the code, where to submit, fee, dates. */
  readonly steps: readonly ProfileStep[]
  /** What the school refuses, whatever the checks say (scans, selfies, …). */
  readonly refuses: readonly LocalisedText[]
}

/** Only the school's own app takes the photo: here it can be rehearsed, and no file is of use. */
export const isRehearsalOnly = ({ acceptance }: Pick<Profile, 'acceptance'>): boolean =>
  acceptance?.origins.every(origin => origin === 'own-app') ?? false

export const refusesSelfies = ({ acceptance }: Pick<Profile, 'acceptance'>): boolean =>
  acceptance !== undefined && !acceptance.origins.includes('selfie')

/** What a profile is looked for by. */
export type ProfileName = Pick<Profile, 'id' | 'name' | 'search'>

export interface ProfileSummary {
  id: string
  name: LocalisedText
  version: string
  source: Profile['source']
  search?: string
}
