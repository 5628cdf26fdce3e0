import { describe, expect, it } from 'vitest'
import type { EmbedOptions } from '../contract/embedding'
import type { Check, Report } from '../contract/report'
import { parseFrameMessage, parseHostMessage, parseStyle, type FrameMessage, type HostMessage } from './protocol'
import { toSentReport } from './frame/sent-report'
import { createNonce, Session } from './session'

const NONCE = '0123456789abcdef0123456789abcdef'
const OPTIONS: EmbedOptions = {
  profile: { name: 'hanjiang-2025' },
  lang: 'en',
  theme: 'dark',
  mode: 'photo',
  style: { accent: '#0a67ab', radius: '6px' },
}
const check = (id: string, changes: Partial<Check>): Check => ({
  id,
  verdict: 'pass',
  reason: null,
  value: 1,
  unit: 'ratio',
  limits: { min: 0.9, level: 'required' },
  score: 0.5,
  regions: [[{ x: 1, y: 2 }]],
  clause: '原文',
  ...changes,
})
const WHOLE: Report = {
  schema: 'zhaojian-report/1',
  profile: { id: 'hanjiang-2025', version: '2025.1' },
  verdict: 'unknown',
  timings: { decode: 12.5, total: 90 },
  source: {
    name: '420000200001010000张三.jpg',
    bytes: 200_000,
    type: 'image/jpeg',
    width: 900,
    height: 1200,
    orientation: 1,
  },
  checks: [
    check('ears.left', { verdict: 'unknown', reason: 'too-small', value: null }),
    check('glasses.kind', { value: 'clear', unit: '' }),
    check('file.format', { value: 'image/jpeg', unit: '' }),
    check('lighting.exposure', { value: -1.5, unit: 'L*' }),
    check('file.framing', { value: false, unit: '' }),
    check('file.metadata', { verdict: 'warn', value: 'gps,unique-id,edited', unit: '' }),
  ],
  crop: { x: 0, y: 0, width: 900, height: 1200, outputWidth: 900, outputHeight: 1200 },
}
const REPORT = toSentReport(WHOLE)
const HELLO = { zhaojian: 1, session: NONCE, sequence: 0, type: 'hello', options: OPTIONS }
const SAID = { zhaojian: 1, session: NONCE, sequence: 3, type: 'report', report: REPORT }

/** A copy of the message with the value at `path` replaced, or removed if undefined. */
function changed(message: object, path: string, value: unknown): unknown {
  const copy = structuredClone(message) as Record<string, unknown>
  const keys = path.split('.')
  const last = keys.pop()!
  const place = keys.reduce((at, key) => at[key] as Record<string, unknown>, copy)
  if (value === undefined) delete place[last]
  else Object.defineProperty(place, last, { value, enumerable: true, configurable: true, writable: true })
  return copy
}

/**
 * Rows for `it.each` with the value abbreviated: StrykerJS joins test names into one pattern, which a name of 200,001
 * characters would make too long.
 */
const abbreviateValues = (rows: readonly [path: string, value: unknown][]): [string, string, unknown][] =>
  rows.map(([path, value]) => [path, (JSON.stringify(value) ?? String(value)).slice(0, 60), value])

describe('what fits is taken, as a copy', () => {
  const host: HostMessage[] = [
    { type: 'hello', options: OPTIONS },
    { type: 'close' },
    { type: 'update', options: { profile: { json: '{}' }, lang: null, theme: 'auto', mode: 'full', style: {} } },
    {
      type: 'update',
      options: {
        profile: null,
        lang: 'zh-CN',
        theme: 'light',
        mode: 'camera',
        style: { ink: 'rgb(1, 2, 3)', ground: 'oklch(0.7 0.1 200)' },
      },
    },
  ]
  it.each(host)('of the host: $type', body => {
    const message = new Session(NONCE).addEnvelope(body)
    expect(parseHostMessage(message)).toEqual(message)
    expect(parseHostMessage(message)).not.toBe(message)
  })
  const frame: FrameMessage[] = [
    { type: 'ready', profile: { id: 'a-1', version: '2025.1 试行' } },
    { type: 'size', height: 812 },
    { type: 'report', report: REPORT },
    { type: 'produced', report: { ...REPORT, crop: null } },
    { type: 'error', code: 'no-face' },
    { type: 'close' },
  ]
  it.each(frame)('of the frame: $type', body => {
    const message = new Session(NONCE).addEnvelope(body)
    expect(parseFrameMessage(message)).toEqual(message)
  })
  it('neither takes what the other says', () => {
    expect(parseHostMessage(SAID)).toBeNull()
    expect(parseFrameMessage(HELLO)).toBeNull()
  })
})

describe('what does not fit is none', () => {
  it.each([
    null,
    undefined,
    0,
    'hello',
    true,
    [],
    [HELLO],
    () => HELLO,
    new Map(Object.entries(HELLO)),
    new Date(0),
    Symbol('hello'),
    1n,
    {},
    new Proxy({}, {}),
  ])('%s', value => {
    expect(parseHostMessage(value)).toBeNull()
    expect(parseFrameMessage(value)).toBeNull()
  })

  const bad: [string, unknown][] = [
    ['zhaojian', 2],
    ['zhaojian', '1'],
    ['zhaojian', undefined],
    ['extra', 1],
    ['type', 'welcome'],
    ['type', ['hello']],
    ['type', 'constructor'],
    ['type', '__proto__'],
    ['session', NONCE.toUpperCase().replace('0', 'G')],
    ['session', ''],
    ['session', `${NONCE}0`],
    ['session', [NONCE]],
    ['sequence', -1],
    ['sequence', 0.5],
    ['sequence', NaN],
    ['sequence', Infinity],
    ['sequence', '0'],
    ['sequence', 2 ** 53],
  ]
  it.each(abbreviateValues(bad))('both: %s = %s (%#)', (path, _, value) => {
    expect(parseHostMessage(changed(HELLO, path, value))).toBeNull()
    expect(parseFrameMessage(changed(SAID, path, value))).toBeNull()
  })

  const badHello: [string, unknown][] = [
    ['options', null],
    ['options', []],
    ['options.more', 1],
    ['options.theme', 'sepia'],
    ['options.theme', undefined],
    ['options.mode', null],
    ['options.lang', 'fr'],
    ['options.lang', 'zh'],
    ['options.profile', 'hanjiang-2025'],
    ['options.profile', {}],
    ['options.profile', { name: 'a', json: '{}' }],
    ['options.profile', { name: 1 }],
    ['options.profile', { name: 'a'.repeat(2001) }],
    ['options.profile', { json: ' '.repeat(200_001) }],
    ['options.profile', { json: { id: 'a' } }],
    ['options.style', []],
    ['options.style.background', '#fff'],
    ['options.style.accent', 'red'],
    ['options.style.accent', 'url(//evil.example)'],
    ['options.style.accent', '#0a67ab; background: red'],
    ['options.style.accent', 'var(--ink)'],
    ['options.style.accent', `rgb(${'1'.repeat(200)})`],
    ['options.style.accent', 'rgb(1,2,3)) url(x'],
    ['options.style.accent', '#0a67ab\n'],
    ['options.style.accent', 7],
    ['options.style.radius', '100%'],
    ['options.style.radius', '-1px'],
    ['options.style.radius', 'calc(1px)'],
    ['options.style.radius', '999px'],
  ]
  it.each(abbreviateValues(badHello))('hello: %s = %s (%#)', (path, _, value) => {
    expect(parseHostMessage(changed(HELLO, path, value))).toBeNull()
  })

  const badReport: [string, unknown][] = [
    ['report.source.name', '420000200001010000.jpg'],
    ['report.checks.0.clause', '原文'],
    ['report.checks.0.regions', []],
    ['report.checks.0.score', 1],
    ['report.checks', Array.from({ length: 201 }, () => REPORT.checks[0])],
    ['report.checks', { length: 1, 0: REPORT.checks[0] }],
    ['report.checks', new Array(3)],
    ['report.checks.0.id', 'face'],
    ['report.checks.0.id', 'face.<img>'],
    ['report.checks.0.verdict', 'maybe'],
    ['report.checks.0.reason', '因为'],
    ['report.checks.0.unit', '<b>'],
    ['report.checks.0.value', '张三'],
    ['report.checks.0.value', 'x'.repeat(81)],
    ['report.checks.0.value', NaN],
    ['report.checks.0.value', Infinity],
    ['report.checks.0.value', {}],
    ['report.checks.0.value', undefined],
    ['report.source.type', 'text/html'],
    ['report.source.width', -1],
    ['report.source.width', 1.5],
    ['report.source.bytes', 1e12],
    ['report.crop', {}],
    ['report.crop.x', null],
    ['report.timings.__proto__', 1],
    ['report.timings.constructor', 1],
    ['report.timings', { 'a b': 1 }],
    ['report.timings', { open: -1 }],
    ['report.timings', Object.fromEntries(Array.from({ length: 41 }, (_, i) => ['a'.repeat(i + 1), 1]))],
    ['report.profile.id', '<script>'],
    ['report.profile.version', 'v'.repeat(61)],
    ['report.verdict', 'warn'],
  ]
  it.each(abbreviateValues(badReport))('report: %s = %s (%#)', (path, _, value) => {
    expect(parseFrameMessage(changed(SAID, path, value))).toBeNull()
  })

  it('heights that are none', () => {
    for (const height of [-1, 100_001, NaN, '100', null, 1.5])
      expect(parseFrameMessage(new Session(NONCE).addEnvelope({ type: 'size', height }))).toBeNull()
  })
})

describe('hostile objects', () => {
  it('keys that JSON.parse makes own, prototypes and classes are refused, and no prototype is touched', () => {
    const before = Object.getOwnPropertyNames(Object.prototype).join()
    for (const key of ['__proto__', 'constructor', 'prototype']) {
      const poison = `"${key}":{"polluted":1},`
      for (const at of ['{', '"options":{', '"style":{', '"profile":{']) {
        expect(parseHostMessage(JSON.parse(JSON.stringify(HELLO).replace(at, `${at}${poison}`)))).toBeNull()
      }
      expect(
        parseFrameMessage(JSON.parse(JSON.stringify(SAID).replace('"timings":{', `"timings":{${poison}`))),
      ).toBeNull()
    }
    expect(parseHostMessage(Object.create(HELLO))).toBeNull()
    expect(parseHostMessage(Object.assign(Object.create({ polluted: 1 }), HELLO))).toBeNull()
    expect(parseHostMessage(Object.assign(new (class Hello {})(), HELLO))).toBeNull()
    expect(({} as Record<string, unknown>)['polluted']).toBeUndefined()
    expect(Object.getOwnPropertyNames(Object.prototype).join()).toBe(before)
  })

  it('a getter is never called; hidden and symbol keys are refused', () => {
    let calls = 0
    const { type: _, ...rest } = HELLO
    expect(
      parseHostMessage({
        ...rest,
        get type() {
          calls++
          return 'hello'
        },
      }),
    ).toBeNull()
    expect(parseHostMessage(Object.defineProperty({ ...HELLO }, 'type', { enumerable: false }))).toBeNull()
    expect(parseHostMessage({ ...HELLO, [Symbol('more')]: 1 })).toBeNull()
    expect(calls).toBe(0)
  })

  it('a cycle is refused, and an object without a prototype is plain', () => {
    const cycle: Record<string, unknown> = { ...HELLO }
    cycle['options'] = cycle
    expect(parseHostMessage(cycle)).toBeNull()
    expect(parseHostMessage(Object.assign(Object.create(null), HELLO))).toEqual(HELLO)
  })
})

it('a style of the host’s is taken as it is, a length for the radius and a colour for all else', () => {
  for (const colour of ['#0a67ab', '#fff', 'rgb(1, 2, 3)', 'oklch(0.7 0.1 200)']) {
    expect(parseStyle('accent', colour)).toBe(colour)
    expect(parseStyle('radius', colour)).toBeNull()
  }
  expect(parseStyle('radius', '6px')).toBe('6px')
  expect(parseStyle('ink', '6px')).toBeNull()
})

describe('a session', () => {
  it('takes each message once, in its order', () => {
    const ours = new Session(NONCE),
      theirs = new Session(NONCE)
    const [first, second, third] = [
      ours.addEnvelope({ type: 'close' }),
      ours.addEnvelope({ type: 'close' }),
      ours.addEnvelope({ type: 'close' }),
    ]
    expect(theirs.accept(second)).toBe(false)
    expect(theirs.accept(first)).toBe(true)
    expect(theirs.accept(first)).toBe(false)
    expect(theirs.accept(third)).toBe(false)
    expect(theirs.accept(second)).toBe(true)
    expect(theirs.accept({ ...third, session: createNonce() })).toBe(false)
    expect(theirs.accept(third)).toBe(true)
  })
  it('has a nonce of its own', () => {
    const nonces = Array.from({ length: 100 }, createNonce)
    expect(new Set(nonces).size).toBe(100)
    for (const nonce of nonces) expect(nonce).toMatch(/^[0-9a-f]{32}$/)
  })
})

describe('the report that is sent', () => {
  it('holds only stages with a name and a time', () => {
    const timings = { decode: 12.5, open: 0, 'a b': 1, early: -1, late: NaN }
    expect(toSentReport({ ...WHOLE, timings }).timings).toEqual({ decode: 12.5, open: 0 })
  })
  it('keeps numbers and yes or no as they are, and null where there is no crop', () => {
    const checks = [0, -1.5, true, false, null].map(value => check('ears.left', { value }))
    expect(toSentReport({ ...WHOLE, checks }).checks.map(({ value }) => value)).toEqual([0, -1.5, true, false, null])
    expect(toSentReport({ ...WHOLE, crop: null }).crop).toBeNull()
    expect(toSentReport(WHOLE).crop).toEqual(WHOLE.crop)
  })
  it('cuts a profile’s id and version to what the other end takes', () => {
    const profile = { id: 'a'.repeat(81), version: '1'.repeat(61) }
    const sent = toSentReport({ ...WHOLE, profile })
    expect(sent.profile).toEqual({ id: 'a'.repeat(80), version: '1'.repeat(60) })
    expect(parseFrameMessage(new Session(NONCE).addEnvelope({ type: 'ready', profile: sent.profile }))).not.toBeNull()
  })

  it('holds ids and numbers alone, whatever the report holds', () => {
    const sentReport = toSentReport({
      ...WHOLE,
      source: { ...WHOLE.source, type: '张三' },
      checks: [...WHOLE.checks, check('file.colour', { value: '张三的配置文件' })],
    })
    expect(JSON.stringify(sentReport)).not.toMatch(/[\u0080-\uffff]|420000|clause|regions|score/)
    expect(sentReport.checks.map(({ value }) => value)).toEqual([
      null,
      'clear',
      'image/jpeg',
      -1.5,
      false,
      'gps,unique-id,edited',
      null,
    ])
    expect(parseFrameMessage(new Session(NONCE).addEnvelope({ type: 'report', report: sentReport }))).not.toBeNull()
  })
})
