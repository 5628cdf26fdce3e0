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
import {
  union,
  exactObject,
  array,
  number,
  oneOf,
  nullable,
  tryRead,
  record,
  text,
  boundedText,
  integer,
  type Reader,
} from './strict-readers'
import { LOCALES } from '../contract/locale'

/**
 * Messages between the host's element and the page in its frame (docs/embedding.md). Each message increments the
 * sequence number of its direction and session; invalid messages are ignored and have no effect.
 */
export const PROTOCOL = 1

/** Messages from the host. */
export type HostMessage =
  | { readonly type: 'hello'; readonly options: EmbedOptions }
  | { readonly type: 'update'; readonly options: EmbedOptions }
  | { readonly type: 'close' }

/** Messages from the frame: ids and numbers. No picture, file name, face region or text. */
export type FrameMessage =
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
export type Enveloped<S> = S & Envelope

/** Allowed patterns of the strings in messages; the sender checks them too. */
export const STRING_PATTERNS = {
  profileId: /^[a-z0-9-]{1,80}$/,
  checkId: /^[a-z-]{1,40}\.[a-z-]{1,40}$/,
  /** Reasons and failure codes. */
  code: /^[a-z-]{1,40}$/,
  /** 'none', 'image/jpeg', 'srgb-24', 'gps,edited'. */
  value: /^[a-z0-9/+., -]{1,80}$/,
  unit: /^[A-Za-z0-9*]{0,12}$/,
  mediaType: /^(image\/[a-z0-9.+-]{1,40})?$/,
  stage: /^[a-zA-Z]{1,40}$/,
} as const
/** Maximum characters of a profile's id and version. */
export const MAX_ID_CHARACTERS = 80
export const MAX_VERSION_CHARACTERS = 60

const COLOUR_PATTERN = /^(#[0-9a-f]{3,8}|(rgb|hsl)a?\([\d.,%/ -]{1,60}\)|(ok)?l(ab|ch)\([\d.%/ -]{1,60}\))$/i
const LENGTH_PATTERN = /^\d{1,2}(\.\d{1,3})?px$/

/** A style value as the host wrote it, or null if the frame does not accept it. */
export const parseStyle = (style: Style, value: string): string | null =>
  (style === 'radius' ? LENGTH_PATTERN : COLOUR_PATTERN).test(value) ? value : null

const session = text(/^[0-9a-f]{32}$/)
/** Far above any value of a photo. */
const MAX_NUMBER = 1e9
const pixels = integer(MAX_NUMBER)
const finite = number(-MAX_NUMBER, MAX_NUMBER)
const envelope = { zhaojian: oneOf([PROTOCOL]), session, sequence: integer(MAX_NUMBER) }

const givenProfile: Reader<GivenProfile> = union(
  exactObject<{ name: string }>({ name: boundedText(MAX_PROFILE_NAME_CHARACTERS) }),
  exactObject<{ json: string }>({ json: boundedText(MAX_PROFILE_CHARACTERS) }),
)
const style: Reader<EmbedOptions['style']> = value => {
  const style = record<Style, string>(
    key => (STYLES as readonly string[]).includes(key),
    boundedText(80),
    STYLES.length,
  )(value)
  for (const key of Object.keys(style) as Style[]) text(key === 'radius' ? LENGTH_PATTERN : COLOUR_PATTERN)(style[key])
  return style
}
const options = exactObject<EmbedOptions>({
  profile: nullable(givenProfile),
  lang: nullable(oneOf(LOCALES)),
  theme: oneOf(THEMES),
  mode: oneOf(MODES),
  style,
})

const profile = exactObject<SentProfile>({
  id: text(STRING_PATTERNS.profileId),
  version: boundedText(MAX_VERSION_CHARACTERS),
})
const check = exactObject<SentCheck>({
  id: text(STRING_PATTERNS.checkId),
  verdict: oneOf(['pass', 'warn', 'fail', 'unknown']),
  reason: nullable(text(STRING_PATTERNS.code)),
  value: union(nullable(finite), union(text(STRING_PATTERNS.value), oneOf([true, false]))),
  unit: text(STRING_PATTERNS.unit),
  level: oneOf(['required', 'advised']),
})
const report = exactObject<SentReport>({
  profile,
  verdict: oneOf(['pass', 'fail', 'unknown']),
  checks: array(check, 200),
  source: exactObject({ type: text(STRING_PATTERNS.mediaType), width: pixels, height: pixels, bytes: pixels }),
  crop: nullable(
    exactObject({ x: pixels, y: pixels, width: pixels, height: pixels, outputWidth: pixels, outputHeight: pixels }),
  ),
  timings: record(key => STRING_PATTERNS.stage.test(key), number(0, MAX_NUMBER), 40),
})

const HOST_MESSAGE_READERS: {
  readonly [T in HostMessage['type']]: Reader<Enveloped<Extract<HostMessage, { type: T }>>>
} = {
  hello: exactObject({ ...envelope, type: oneOf(['hello']), options }),
  update: exactObject({ ...envelope, type: oneOf(['update']), options }),
  close: exactObject({ ...envelope, type: oneOf(['close']) }),
}
const FRAME_MESSAGE_READERS: {
  readonly [T in FrameMessage['type']]: Reader<Enveloped<Extract<FrameMessage, { type: T }>>>
} = {
  ready: exactObject({ ...envelope, type: oneOf(['ready']), profile }),
  size: exactObject({ ...envelope, type: oneOf(['size']), height: integer(100_000) }),
  report: exactObject({ ...envelope, type: oneOf(['report']), report }),
  produced: exactObject({ ...envelope, type: oneOf(['produced']), report }),
  error: exactObject({ ...envelope, type: oneOf(['error']), code: text(STRING_PATTERNS.code) }),
  close: exactObject({ ...envelope, type: oneOf(['close']) }),
}

/** Parses a message to the frame; null if invalid. */
export const parseHostMessage = (data: unknown): Enveloped<HostMessage> | null =>
  parseMessage<Enveloped<HostMessage>>(HOST_MESSAGE_READERS, data)
/** Parses a message from the frame; null if invalid. */
export const parseFrameMessage = (data: unknown): Enveloped<FrameMessage> | null =>
  parseMessage<Enveloped<FrameMessage>>(FRAME_MESSAGE_READERS, data)

function parseMessage<T>(readers: Readonly<Record<string, Reader<T>>>, data: unknown): T | null {
  for (const reader of Object.values(readers)) {
    const message = tryRead(reader, data)
    if (message) return message
  }
  return null
}
