import { expect, it } from 'vitest'
import type { Check } from '../contract/report'
import { chooseInstruction, READY } from './instruction'
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
    chooseInstruction([check('mouth.gap', 'fail'), check('ears.left', 'fail'), check('lighting.balance', 'fail')])
      .instruction,
  ).toBe('lighting.balance')
  expect(chooseInstruction([check('mouth.gap', 'fail'), check('face.count', 'fail')]).instruction).toBe('face.count')
})
it('a file’s faults, warnings and advice are nothing to do in front of a camera', () => {
  const advised: Check = { ...check('expression.departure', 'fail'), limits: { level: 'advised' } }
  expect(
    chooseInstruction([check('file.width', 'fail'), check('lighting.exposure', 'warn'), advised]).instruction,
  ).toBe(READY)
})
it('what is required and can’t be told is no pass', () => {
  expect(chooseInstruction([check('ears.left', 'unknown'), check('mouth.gap', 'pass')]).instruction).toBe('ears.left')
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
