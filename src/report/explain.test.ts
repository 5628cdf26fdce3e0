import { describe, expect, it } from 'vitest'
import type { Check, Verdict } from '../contract/report'
import type { QuantityText } from '../contract/rule'
import { FAILURE_CODES } from '../contract/failure'
import { describeCheck, explain } from './explain'
import { getProfile } from '../profiles/index'
import { getUnit, RULES } from '../rules/index'
import { COMMON_TEXT, getFailureText, formatValue } from '../text/index'
import { LOCALES } from '../contract/locale'

it('every check has words for every verdict in every locale', () => {
  for (const [id, limit] of Object.entries(getProfile('hanjiang-2025').checks)) {
    const { min, max, oneOf, level } = limit
    const limits: Check['limits'] = {
      ...(min === undefined ? {} : { min }),
      ...(max === undefined ? {} : { max }),
      ...(oneOf ? { oneOf: [...oneOf] } : {}),
      level,
    }
    const values: [Verdict, Check['value']][] = [
      ['unknown', null],
      ['pass', min ?? max ?? oneOf?.[0] ?? 0],
      ['warn', min ?? max ?? oneOf?.[0] ?? 0],
      ['fail', (min ?? 1) - 1],
      ['fail', (max ?? 1e9) + 1],
      ['fail', oneOf ? 'other' : -1e9],
    ]
    for (const locale of LOCALES) {
      for (const [verdict, value] of values) {
        const words = explain(
          {
            id,
            verdict,
            value,
            reason: value === null ? 'ambiguous' : null,
            unit: getUnit(id),
            limits,
            score: null,
            regions: [],
            clause: limit.clause,
          },
          locale,
        )
        for (const text of Object.values(words).filter(text => text !== null)) {
          expect(text, `${id} ${verdict} ${locale}`).not.toBe('')
          expect(text, `${id} ${verdict} ${locale}`).not.toMatch(/[{}]|undefined|NaN/)
        }
      }
    }
  }
})

it('where the words say which way, the number has no sign', () => {
  const turnedCheck: Check = {
    id: 'pose.yaw',
    verdict: 'fail',
    value: -23.5,
    reason: null,
    unit: 'deg',
    limits: { min: -8, max: 8, level: 'required' },
    score: null,
    regions: [],
    clause: '',
  }
  expect(explain(turnedCheck, 'en').finding).toBe('The head is turned to your right by 23.5°.')
  expect(explain(turnedCheck, 'zh-CN').finding).toBe('头向自己的右边转了 23.5°。')
})

it('every failure says what to do', () => {
  for (const locale of LOCALES)
    for (const code of FAILURE_CODES) expect(getFailureText(code, locale).length).toBeGreaterThan(2)
})

it('shows numbers as a person reads them', () => {
  expect(formatValue(0.031, 'ratio', 'en')).toBe('3.1 %')
  expect(formatValue(51_200, 'bytes', 'zh-CN')).toBe('50.0 KB')
  expect(formatValue(-0.001, 'deg', 'en')).toBe('0.0°')
})

describe('which words a check gets', () => {
  const check = (id: string, value: Check['value'], overrides: Partial<Check> = {}): Check => ({
    id,
    verdict: 'fail',
    value,
    reason: null,
    unit: getUnit(id),
    limits: { level: 'required' },
    score: null,
    regions: [],
    clause: 'clause',
    ...overrides,
  })
  const words = COMMON_TEXT.en
  const textOf = (rule: string, quantity: string): QuantityText => RULES.get(rule)!.text.en[quantity]!
  const yaw = textOf('pose', 'yaw')
  const limits = { min: -8, max: 8, level: 'required' } as const
  const noWay = { level: 'required' } as const

  it.each([
    ['below its least', -8.1, yaw.low],
    ['above its most', 8.1, yaw.high],
  ])('%s', (_, value, remark) => {
    const explanation = explain(check('pose.yaw', value, { limits }), 'en')
    expect(explanation).toMatchObject({
      title: yaw.title,
      advice: remark!.advice,
      live: remark!.live,
      stuck: remark!.stuck,
    })
    const advisedCheck = { limits: { ...limits, level: 'advised' }, verdict: 'warn' } as const
    expect(explain(check('pose.yaw', value, advisedCheck), 'en')).toEqual(explanation)
  })
  it('missed, though at its limit: what the clause says', () => {
    for (const value of [-8, 8])
      expect(explain(check('pose.yaw', value, { limits }), 'en')).toEqual({
        title: yaw.title,
        measure: null,
        finding: `${formatValue(value, 'deg', 'en')} ${words.outOfLimits}`,
        advice: 'clause',
        live: 'clause',
        stuck: 'clause',
      })
    expect(explain(check('pose.yaw', 8, { limits, clause: '' }), 'en').advice).toBe(words.outOfLimits)
    expect(explain(check('pose.yaw', 8, { limits: noWay }), 'en').advice).toBe('clause')
  })
  it('close to its limit, required: said so after what is fine', () => {
    const { finding, advice } = explain(check('pose.yaw', 7, { limits, verdict: 'warn' }), 'en')
    expect(finding.endsWith(` ${words.closeToLimit}`)).toBe(true)
    expect(advice).toBe(words.closeToLimitAdvice)
  })
  it('fine: nothing to do', () => {
    const { finding, advice } = explain(check('pose.yaw', 1, { limits, verdict: 'pass' }), 'en')
    expect(finding).not.toContain(words.closeToLimit)
    expect(advice).toBe(words.nothingToDo)
  })
  it('unknown: why, and what would help; before the camera with its title', () => {
    const told = (reason: string, id = 'pose.yaw'): ReturnType<typeof explain> =>
      explain(check(id, null, { verdict: 'unknown', reason }), 'en')
    expect(told('no-background')).toMatchObject({
      title: yaw.title,
      finding: words.reasons['no-background'].finding,
      live: `${yaw.title}${words.colon}${words.reasons['no-background'].live}`,
    })
    const plain = told('pending')
    expect(plain.finding).toBe(words.reasons.pending.finding)
    expect(plain.live).toBe(plain.advice)
    expect(told('never heard of').finding).toBe(words.reasons.failed.finding)
  })
  it('a name as the locale says it, and the allowed ones in a row', () => {
    const glasses = check('glasses.kind', 'tinted', { limits: { oneOf: ['none', 'clear'], level: 'required' } })
    expect(explain(glasses, 'en').finding).toBe('You wear tinted glasses; allowed: no glasses, clear glasses.')
    expect(explain(glasses, 'zh-CN').finding).toBe('戴的是有色眼镜；可以：不戴眼镜、无色眼镜。')
    const headwearCheck = check('headwear.worn', true, { limits: { oneOf: [false], level: 'required' } })
    expect(explain(headwearCheck, 'en').finding).toBe(textOf('headwear', 'worn').wrong!.finding)
    const fine = check('glasses.kind', 'none', { ...glasses, value: 'none', verdict: 'pass' })
    expect(explain(fine, 'en').finding).toBe('Seen: no glasses.')
    expect(explain({ ...fine, value: 'unheard' }, 'en').finding).toBe('Seen: unheard.')
  })
  it('a limit that is not set as a dash', () => {
    const { high } = textOf('glasses', 'glare')
    expect(explain(check('glasses.glare', 0.05, { limits: { max: 0.02, level: 'required' } }), 'en').finding).toBe(
      high!.finding.replace('{value}', '5.0 %').replace('{max}', '2.0 %'),
    )
    const width = textOf('file', 'width')
    const filledFinding = width
      .low!.finding.replace('{value}', '300 px')
      .replace('{min}', '480 px')
      .replace('{max}', '–')
    expect(explain(check('file.width', 300, { limits: { min: 480, level: 'required' } }), 'en').finding).toBe(
      filledFinding,
    )
  })
  it('of no rule: its id and value', () => {
    expect(explain(check('no.such', 3), 'en')).toMatchObject({ title: 'no.such', finding: '3', advice: '' })
    expect(explain(check('no.such', null), 'en').finding).toBe('')
    expect(explain(check('pose.such', 3), 'en').title).toBe('pose.such')
  })
})

it('describes a check of which nothing is measured', () => {
  expect(describeCheck('glasses.kind', 'en')).toMatchObject({ unit: '', values: { tinted: 'tinted glasses' } })
  expect(describeCheck('pose.yaw', 'zh-CN')).toMatchObject({ unit: 'deg', values: {} })
  expect(describeCheck('pose.such', 'en')).toBeNull()
  expect(describeCheck('no.such', 'en')).toBeNull()
})

describe('words that a student can act on', () => {
  const unknown = (id: string, reason: string): Check => ({
    id,
    verdict: 'unknown',
    value: null,
    reason,
    unit: getUnit(id),
    limits: { level: 'required' },
    score: null,
    regions: [],
    clause: '',
  })

  it('never advise to save a file where none can be saved', () => {
    for (const locale of LOCALES)
      for (const id of Object.keys(getProfile('hanjiang-2025').checks))
        for (const value of [null, -1, 1e9, 'other']) {
          const check = { ...unknown(id, 'not-stated'), value, verdict: value === null ? 'unknown' : 'fail' } as Check
          const limits: Check['limits'] = {
            min: 1,
            max: 2,
            level: 'required',
            ...(value === 'other' ? { oneOf: ['none'] } : {}),
          }
          const { advice } = explain({ ...check, limits }, locale, { canSave: false })
          expect(advice, id).not.toMatch(/^在这里保存|保存一份|^Sav(e|ing)/)
        }
  })

  it('say in words what a file carries and which colours it has', () => {
    const wrong = (id: string, value: string): Check => ({
      ...unknown(id, ''),
      reason: null,
      verdict: 'fail',
      value,
      limits: { oneOf: ['none', 'srgb-24'], level: 'required' },
    })
    expect(explain(wrong('file.metadata', 'gps,name,edited'), 'zh-CN').finding).toBe(
      '文件里带有拍摄地点、姓名、修图软件的名字。',
    )
    expect(explain(wrong('file.metadata', 'gps,edited'), 'en').finding).toBe(
      'The file carries the place where it was taken, the name of an editing program.',
    )
    for (const space of ['display-p3', 'adobe-rgb', 'other-profile', 'grey', 'cmyk'])
      for (const locale of LOCALES)
        expect(explain(wrong('file.colour', `${space}-24`), locale).finding).not.toContain(`${space}-24`)
  })

  it('name no unit of the trade in a finding', () => {
    const quantities = [...RULES].flatMap(([id, rule]) =>
      Object.keys(rule.quantities).map(name => ({ id: `${id}.${name}`, text: rule.text.en[name]! })),
    )
    const technical = quantities.filter(({ id }) => ['deltaE', 'L*', 'levels', 'detail'].includes(getUnit(id)))
    expect(technical.length).toBeGreaterThan(5)
    for (const { id, text } of technical)
      for (const locale of LOCALES) {
        const values = [0, ...(text.low ? [-1e3] : []), ...(text.high ? [1e3] : [])]
        for (const value of values) {
          const verdict = value === 0 ? 'pass' : 'fail'
          const limits: Check['limits'] = { min: -1, max: 1, level: 'required' }
          const check: Check = { ...unknown(id, ''), reason: null, unit: getUnit(id), value, verdict, limits }
          expect(explain(check, locale).finding, id).not.toMatch(/\d/)
        }
      }
  })
})
