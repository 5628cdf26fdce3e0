import { expect, it } from 'vitest'
import type { Check } from '../contract/report'
import { areAllMet, hasFault, isShownOnce, chooseInstruction, READY, selectLiveChecks, WAIT } from './instruction'
import { RULES } from '../rules/index'
import { InstructionFilter } from './instruction-filter'

const check = (id: string, verdict: Check['verdict']): Check => ({
  id,
  verdict,
  reason: null,
  value: 1,
  unit: '',
  limits: { level: 'required' },
  score: null,
  regions: [],
  clause: '',
})

it('tells the first thing to do in the order in which one can do it', () => {
  expect(
    chooseInstruction(
      [check('mouth.gap', 'fail'), check('ears.left', 'fail'), check('lighting.balance', 'fail')],
      RULES,
    ).instruction,
  ).toBe('lighting.balance')
  expect(chooseInstruction([check('mouth.gap', 'fail'), check('face.count', 'fail')], RULES).instruction).toBe(
    'face.count',
  )
})
it('a file’s faults, warnings and advice are nothing to do in front of a camera', () => {
  const advised: Check = { ...check('expression.departure', 'fail'), limits: { level: 'advised' } }
  expect(
    chooseInstruction([check('file.width', 'fail'), check('lighting.exposure', 'warn'), advised], RULES).instruction,
  ).toBe(READY)
})
it('what is required and can’t be told is no pass', () => {
  expect(chooseInstruction([check('ears.left', 'unknown'), check('mouth.gap', 'pass')], RULES).instruction).toBe(
    'ears.left',
  )
})
it('a flicker is not shown; what holds is, once the instruction before has stood for a while', () => {
  const steady = new InstructionFilter()
  expect(steady.update('lighting.balance', 0)).toBe('lighting.balance')
  expect(steady.update('mouth.gap', 500)).toBe('lighting.balance')
  expect(steady.update('lighting.balance', 550)).toBe('lighting.balance')
  expect(steady.update('mouth.gap', 600)).toBe('lighting.balance')
  expect(steady.update('mouth.gap', 710)).toBe('mouth.gap')
  expect(steady.update('lighting.balance', 750)).toBe('mouth.gap')
  expect(steady.update('lighting.balance', 900)).toBe('mouth.gap')
  expect(steady.update('lighting.balance', 1120)).toBe('lighting.balance')
})
it('stands exactly as long as it must: a tenth of a second to be shown, four tenths once shown', () => {
  const steady = new InstructionFilter()
  steady.update('lighting.balance', 0)
  steady.update('mouth.gap', 300)
  expect(steady.update('mouth.gap', 399)).toBe('lighting.balance')
  expect(steady.update('mouth.gap', 400)).toBe('mouth.gap')
  steady.update('mouth.gap', 1000)
  steady.update('ears.left', 1000)
  expect(steady.update('ears.left', 1099)).toBe('mouth.gap')
  expect(steady.update('ears.left', 1100)).toBe('ears.left')
})
it('what goes on being shown does not begin to stand anew', () => {
  const steady = new InstructionFilter()
  for (const now of [0, 500, 600]) steady.update('lighting.balance', now)
  steady.update('mouth.gap', 610)
  expect(steady.update('mouth.gap', 710)).toBe('mouth.gap')
})

it.each([
  [['pass', 'warn'], true, false],
  [['pass', 'unknown'], false, false],
  [['pass', 'fail'], false, true],
] as const)('of verdicts %o all hold: %s, and one is at fault: %s', (verdicts, holds, faulty) => {
  const checks = verdicts.map((verdict, at) => check(['ears.left', 'mouth.gap'][at]!, verdict))
  expect(areAllMet(checks, RULES)).toBe(holds)
  expect(hasFault(checks, RULES)).toBe(faulty)
})

it('within one step the rules’ own order holds, whatever the profile’s', () => {
  const rules = new Map(
    [
      ['a', 2],
      ['b', 1],
      ['c', 3],
    ].map(([id, order]) => [id, { live: { step: 'hair', order, told: 'always' } }]),
  ) as unknown as Parameters<typeof selectLiveChecks>[1]
  const checks = ['a.x', 'c.x', 'b.x'].map(id => check(id, 'fail'))
  for (const given of [checks, checks.toReversed()])
    expect(selectLiveChecks(given, rules).map(({ id }) => id)).toEqual(['b.x', 'a.x', 'c.x'])
})
it('a check of a rule that the coach does not know counts, and is told last, again and again', () => {
  const stranger = check('nose.length', 'fail')
  expect(areAllMet([check('mouth.gap', 'pass'), stranger], RULES)).toBe(false)
  for (const checks of [
    [stranger, check('mouth.gap', 'fail'), check('sharpness.detail', 'fail')],
    [check('mouth.gap', 'fail'), check('sharpness.detail', 'fail'), stranger],
    [check('mouth.gap', 'fail'), stranger, check('sharpness.detail', 'fail')],
  ])
    expect(selectLiveChecks(checks, RULES).map(({ id }) => id)).toEqual([
      'mouth.gap',
      'sharpness.detail',
      'nose.length',
    ])
  expect(chooseInstruction([check('mouth.gap', 'pass'), stranger], RULES).instruction).toBe('nose.length')
  expect(isShownOnce(stranger, RULES)).toBe(false)
})

const unknown = (id: string, reason: Check['reason']): Check => ({ ...check(id, 'unknown'), value: null, reason })
it.each([
  [check('background.colour', 'fail'), true],
  [check('clothing.contrast', 'fail'), true],
  [check('mouth.gap', 'fail'), false],
  [unknown('mouth.gap', 'ambiguous'), true],
  [unknown('background.colour', 'turned'), false],
] as const)('$0.id, $0.verdict for $0.reason, is told once: %s', (one, once) =>
  expect(isShownOnce(one, RULES)).toBe(once),
)

it('what was set aside waits for the rest, and for what is still being looked at', () => {
  const wall = check('background.colour', 'fail')
  const aside = new Set([wall.id])
  expect(chooseInstruction([wall, check('mouth.gap', 'fail')], RULES, aside)).toEqual({
    instruction: 'mouth.gap',
    onlyThis: false,
  })
  expect(chooseInstruction([wall, unknown('ears.left', 'pending')], RULES, aside)).toEqual({
    instruction: WAIT,
    onlyThis: false,
  })
  expect(chooseInstruction([wall, check('mouth.gap', 'pass')], RULES, aside)).toEqual({
    instruction: wall.id,
    onlyThis: true,
  })
  expect(chooseInstruction([check('mouth.gap', 'pass')], RULES, aside)).toEqual({ instruction: READY, onlyThis: false })
})
