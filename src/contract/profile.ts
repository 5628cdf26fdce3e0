import type { Limit } from './limit'
import type { Locale } from './locale'

export type LocalisedText = Readonly<Record<Locale, string>>

export interface ProfileStep {
  readonly title: LocalisedText
  readonly detail: LocalisedText
  readonly url?: string
}

/** A school's rules: one JSON file, validated by src/profiles/parse.ts, with `extends` already resolved. */
export interface Profile {
  readonly schema: 'zhaojian-profile/1'
  readonly id: string
  readonly version: string
  readonly name: LocalisedText
  readonly source: {
    readonly title: string
    readonly url?: string
    readonly trust: Limit['trust']
    readonly note?: LocalisedText
  }
  /** width : height of the file. */
  readonly ratio: readonly [number, number]
  /** Dots per inch written into the produced file. */
  readonly density: number
  /**
   * How the school wants its files named, without ending: text in which `{name}`, `{id-number}`, `{number}`,
   * `{profile}` stand for what changes. Without it the original's name stays.
   */
  readonly fileName?: string
  /** By check id, in the order of display. */
  readonly checks: Readonly<Record<string, Limit>>
  /** What comes after the file: where to get the code, where to submit, fee, dates. */
  readonly steps: readonly ProfileStep[]
  /** What the school refuses, whatever the checks say (scans, selfies, …). */
  readonly refuses: readonly LocalisedText[]
}

export interface ProfileSummary {
  id: string
  name: LocalisedText
  version: string
  source: Profile['source']
}
