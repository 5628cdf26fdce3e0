import {
  MODES,
  MAX_PROFILE_NAME_CHARACTERS,
  MAX_PROFILE_CHARACTERS,
  STYLES,
  THEMES,
  type EmbedOptions,
  type GivenProfile,
  type Style,
} from '../contract/embedding'
import { either, exact, list, number, oneOf, orNull, read, record, text, textUpTo, whole, type Reader } from './strict'
import { LOCALES } from '../contract/locale'

/**
 * What the host's element and the page in its frame say to each other (docs/embedding.md). Each message counts on by
 * one in its direction and
 * session; whatever does not fit is ignored and changes nothing.
 */
export const PROTOCOL = 1

/** The host's part of the conversation. */
export type HostSays =
  | { readonly type: 'hello'; readonly options: EmbedOptions }
  | { readonly type: 'update'; readonly options: EmbedOptions }
  | { readonly type: 'close' }

/** The frame's part: ids and numbers. No picture, no name of a file, no region of a face, no prose. */
export type FrameSays =
  | { readonly type: 'ready'; readonly profile: SentProfile }
  | { readonly type: 'size'; readonly height: number }
  | { readonly type: 'report'; readonly report: SentReport }
  | { readonly type: 'produced'; readonly report: SentReport }
  | { readonly type: 'error'; readonly code: string }
  | { readonly type: 'close' }

export interface SentProfile {
  readonly id: string
  readonly version: string
}
export interface SentCheck {
  readonly id: string
  readonly verdict: 'pass' | 'warn' | 'fail' | 'unknown'
  readonly reason: string | null
  readonly value: number | string | boolean | null
  readonly unit: string
  readonly level: 'required' | 'advised'
}
export interface SentReport {
  readonly profile: SentProfile
  readonly verdict: 'pass' | 'fail' | 'unknown'
  readonly checks: readonly SentCheck[]
  readonly source: { readonly type: string; readonly width: number; readonly height: number; readonly bytes: number }
  readonly crop: null | {
    readonly x: number
    readonly y: number
    readonly width: number
    readonly height: number
    readonly outputWidth: number
    readonly outputHeight: number
  }
  /** Milliseconds by stage. */
  readonly timings: Readonly<Record<string, number>>
}

interface Envelope {
  readonly zhaojian: typeof PROTOCOL
  readonly session: string
  readonly sequence: number
}
export type Message<S> = S & Envelope

/** What each string of a message may look like; the sender keeps to it too. */
export const SHAPES = {
  profileId: /^[a-z0-9-]{1,80}$/,
  checkId: /^[a-z-]{1,40}\.[a-z-]{1,40}$/,
  /** Reasons and failures. */
  code: /^[a-z-]{1,40}$/,
  /** 'none', 'image/jpeg', 'srgb-24', 'gps,edited'. */
  value: /^[a-z0-9/+., -]{1,80}$/,
  unit: /^[A-Za-z0-9*]{0,12}$/,
  mediaType: /^(image\/[a-z0-9.+-]{1,40})?$/,
  stage: /^[a-zA-Z]{1,40}$/,
} as const
/** Characters of a profile's id and version. */
export const MOST_ID = 80
export const MOST_VERSION = 60

const COLOUR = /^(#[0-9a-f]{3,8}|(rgb|hsl)a?\([\d.,%/ -]{1,60}\)|(ok)?l(ab|ch)\([\d.%/ -]{1,60}\))$/i
const LENGTH = /^\d{1,2}(\.\d{1,3})?px$/

/** A style as the host wrote it, or null where it is not what the frame takes. */
export const styleOf = (style: Style, value: string): string | null =>
  (style === 'radius' ? LENGTH : COLOUR).test(value) ? value : null

const session = text(/^[0-9a-f]{32}$/)
/** Far above any photo's: what bounds it is what numbers are. */
const MOST = 1e9
const pixels = whole(MOST)
const finite = number(-MOST, MOST)
const envelope = { zhaojian: oneOf([PROTOCOL]), session, sequence: whole(MOST) }

const givenProfile: Reader<GivenProfile> = either(
  exact<{ name: string }>({ name: textUpTo(MAX_PROFILE_NAME_CHARACTERS) }),
  exact<{ json: string }>({ json: textUpTo(MAX_PROFILE_CHARACTERS) }),
)
const style: Reader<EmbedOptions['style']> = value => {
  const found = record<Style, string>(
    key => (STYLES as readonly string[]).includes(key),
    textUpTo(80),
    STYLES.length,
  )(value)
  for (const key of Object.keys(found) as Style[]) text(key === 'radius' ? LENGTH : COLOUR)(found[key])
  return found
}
const options = exact<EmbedOptions>({
  profile: orNull(givenProfile),
  lang: orNull(oneOf(LOCALES)),
  theme: oneOf(THEMES),
  mode: oneOf(MODES),
  style,
})

const profile = exact<SentProfile>({ id: text(SHAPES.profileId), version: textUpTo(MOST_VERSION) })
const check = exact<SentCheck>({
  id: text(SHAPES.checkId),
  verdict: oneOf(['pass', 'warn', 'fail', 'unknown']),
  reason: orNull(text(SHAPES.code)),
  value: either(orNull(finite), either(text(SHAPES.value), oneOf([true, false]))),
  unit: text(SHAPES.unit),
  level: oneOf(['required', 'advised']),
})
const report = exact<SentReport>({
  profile,
  verdict: oneOf(['pass', 'fail', 'unknown']),
  checks: list(check, 200),
  source: exact({ type: text(SHAPES.mediaType), width: pixels, height: pixels, bytes: pixels }),
  crop: orNull(
    exact({ x: pixels, y: pixels, width: pixels, height: pixels, outputWidth: pixels, outputHeight: pixels }),
  ),
  timings: record(key => SHAPES.stage.test(key), number(0, MOST), 40),
})

const HOST_SAYS: { readonly [T in HostSays['type']]: Reader<Message<Extract<HostSays, { type: T }>>> } = {
  hello: exact({ ...envelope, type: oneOf(['hello']), options }),
  update: exact({ ...envelope, type: oneOf(['update']), options }),
  close: exact({ ...envelope, type: oneOf(['close']) }),
}
const FRAME_SAYS: { readonly [T in FrameSays['type']]: Reader<Message<Extract<FrameSays, { type: T }>>> } = {
  ready: exact({ ...envelope, type: oneOf(['ready']), profile }),
  size: exact({ ...envelope, type: oneOf(['size']), height: whole(100_000) }),
  report: exact({ ...envelope, type: oneOf(['report']), report }),
  produced: exact({ ...envelope, type: oneOf(['produced']), report }),
  error: exact({ ...envelope, type: oneOf(['error']), code: text(SHAPES.code) }),
  close: exact({ ...envelope, type: oneOf(['close']) }),
}

/** A message to the frame; null for whatever is none. */
export const parseHostSays = (data: unknown): Message<HostSays> | null => parse<Message<HostSays>>(HOST_SAYS, data)
/** A message from the frame; null for whatever is none. */
export const parseFrameSays = (data: unknown): Message<FrameSays> | null => parse<Message<FrameSays>>(FRAME_SAYS, data)

function parse<T>(readers: Readonly<Record<string, Reader<T>>>, data: unknown): T | null {
  for (const reader of Object.values(readers)) {
    const found = read(reader, data)
    if (found) return found
  }
  return null
}
