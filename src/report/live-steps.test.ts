import { describe, expect, it } from 'vitest'
import type { Check, LiveReport } from '../contract/report'
import { LIVE_STEPS } from '../contract/rule'
import { getLiveStep, getStepStates, type StepState } from './live-steps'

describe('the step of an instruction', () => {
  it.each([
    ['face.count', 'face'],
    ['lighting.balance', 'light'],
    ['red-eye.share', 'light'],
    ['clothing.contrast', 'background'],
    ['geometry.centre', 'position'],
    ['pose.roll', 'pose'],
    ['occlusion.share', 'glasses'],
    ['eyebrows.left', 'hair'],
    ['expression.departure', 'expression'],
    ['sharpness.detail', 'focus'],
    ['file.width', null],
    ['ready', null],
    ['hold-still', null],
  ] as const)('%s: %s', (instruction, step) => expect(getLiveStep(instruction)).toBe(step))
})

describe('the states of the steps', () => {
  const check = (id: string, verdict: Check['verdict'], reason: string | null = null): Check =>
    ({ id, verdict, reason, limits: { level: 'required' } }) as unknown as Check
  const states = (...checks: Check[]): Record<string, StepState> =>
    Object.fromEntries(getStepStates({ checks } as unknown as LiveReport).map(({ step, state }) => [step, state]))

  it('come in the coach’s order, right where nothing required is amiss', () => {
    expect(getStepStates({ checks: [] as Check[] } as LiveReport).map(({ step }) => step)).toEqual(LIVE_STEPS)
    const advised = { ...check('expression.departure', 'fail'), limits: { level: 'advised' as const } }
    expect(states(advised, check('mouth.gap', 'warn'))).toMatchObject({ expression: 'right' })
  })

  it('one fault makes its step wrong, whatever else can’t be told', () =>
    expect(states(check('ears.left', 'unknown', 'pending'), check('ears.right', 'fail'))).toMatchObject({
      hair: 'wrong',
      focus: 'right',
    }))

  it.each([
    ['pending', 'waiting'],
    ['no-face', 'waiting'],
    ['no-crop', 'waiting'],
    ['ambiguous', 'unsure'],
  ] as const)('what can’t be told for %s makes it %s', (reason, state) =>
    expect(states(check('sharpness.detail', 'unknown', reason))).toMatchObject({ focus: state }),
  )

  it('a file’s faults belong to none', () =>
    expect(new Set(Object.values(states(check('file.width', 'fail'))))).toEqual(new Set(['right'])))
})
