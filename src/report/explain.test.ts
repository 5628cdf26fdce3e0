import { expect, it } from 'vitest'
import type { Check, Verdict } from '../contract/report'
import { FAILURE_CODES } from '../contract/failure'
import { explain } from './explain'
import { getProfile } from '../profiles/index'
import { getUnit } from '../rules/index'
import { getFailureText, formatValue } from '../text/index'
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
        for (const text of Object.values(words)) {
          expect(text, `${id} ${verdict} ${locale}`).not.toBe('')
          expect(text, `${id} ${verdict} ${locale}`).not.toMatch(/[{}]|undefined|NaN/)
        }
      }
    }
  }
})

it('where the words say which way, the number has no sign', () => {
  const turned: Check = {
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
  expect(explain(turned, 'en').finding).toBe('The head is turned to your right by 23.5°.')
  expect(explain(turned, 'zh-CN').finding).toBe('头向自己的右边转了 23.5°。')
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
