import { describe, expect, it } from 'vitest'
import type { Check } from '../contract/report'
import { RULES } from '../rules/index'
import { Coach } from './coach'

const check = (id: string, verdict: Check['verdict'], reason: Check['reason'] = null): Check => ({
  id,
  verdict,
  reason,
  value: verdict === 'unknown' ? null : 1,
  unit: '',
  limits: { level: 'required' },
  score: null,
  regions: [],
  clause: '',
})
const good = [
  check('face.count', 'pass'),
  check('lighting.balance', 'warn'),
  check('background.colour', 'pass'),
  check('ears.left', 'pass'),
  check('mouth.gap', 'pass'),
]
const but = (...changed: Check[]): Check[] => good.map(one => changed.find(({ id }) => id === one.id) ?? one)

/** Frames every 50 ms from `from` until before `to`; what the last of them says. */
function through(
  coach: Coach,
  checks: readonly Check[],
  [from, to]: readonly [number, number],
  still = true,
): ReturnType<Coach['update']> {
  let said = coach.update(checks, still, from, from)
  for (let now = from + 50; now < to; now += 50) said = coach.update(checks, still, now, now)
  return said
}

describe('the coach', () => {
  it('counts how long everything has held, and starts anew when something moves or fails', () => {
    const coach = new Coach(RULES)
    expect(through(coach, good, [0, 1550])).toMatchObject({ instruction: 'ready', coach: { heldFor: 1500 } })
    expect(coach.update(good, false, 1550, 1550).coach.heldFor).toBe(0)
    expect(through(coach, good, [1600, 1900]).coach.heldFor).toBe(250)
    expect(coach.update(but(check('ears.left', 'fail')), true, 1900, 1900).coach.heldFor).toBe(0)
  })
  it('counts only what was looked at: a closer look that lags behind holds the countdown back', () => {
    const coach = new Coach(RULES)
    coach.update(good, true, null, 0)
    expect(coach.update(good, true, null, 1000).coach.heldFor).toBe(0)
    expect(coach.update(good, true, 400, 1500).coach.heldFor).toBe(400)
  })
  it('asks to hold still when nothing else is left, and to wait while something is still being looked at', () => {
    expect(through(new Coach(RULES), good, [0, 1000], false).instruction).toBe('hold-still')
    expect(through(new Coach(RULES), but(check('ears.left', 'unknown', 'pending')), [0, 1000])).toMatchObject({
      instruction: 'wait',
      coach: { heldFor: 0 },
    })
  })
  it('other words are due after ten seconds on one step', () => {
    const coach = new Coach(RULES)
    const covered = but(check('ears.left', 'fail'))
    expect(through(coach, covered, [0, 9900]).coach.stuck).toBe(false)
    expect(through(coach, covered, [9900, 10_200])).toMatchObject({ instruction: 'ears.left', coach: { stuck: true } })
    expect(through(coach, but(check('mouth.gap', 'fail')), [10_200, 11_000])).toMatchObject({
      instruction: 'mouth.gap',
      coach: { stuck: false },
    })
  })
  it('the room’s fault is told once, then the rest; at last it is what remains, and the countdown never starts', () => {
    const coach = new Coach(RULES)
    const wall = check('background.colour', 'fail')
    expect(through(coach, but(wall, check('mouth.gap', 'fail')), [0, 4900]).instruction).toBe('background.colour')
    expect(through(coach, but(wall, check('mouth.gap', 'fail')), [4900, 6000])).toMatchObject({
      instruction: 'mouth.gap',
      coach: { setAside: ['background.colour'] },
    })
    expect(through(coach, but(wall), [6000, 30_000])).toMatchObject({
      instruction: 'background.colour',
      coach: { onlyThis: true, heldFor: 0 },
    })
  })
  it('a fault set aside that was mended is told anew when it comes back', () => {
    const coach = new Coach(RULES)
    const both = but(check('background.colour', 'fail'), check('mouth.gap', 'fail'))
    through(coach, both, [0, 6000])
    expect(through(coach, good, [6000, 10_000]).coach.setAside).toEqual([])
    expect(through(coach, both, [10_000, 11_000]).instruction).toBe('background.colour')
  })
  it('what can’t be told comes after what is wrong, and does not count as right', () => {
    const coach = new Coach(RULES)
    const unsure = check('ears.left', 'unknown', 'ambiguous')
    expect(through(coach, but(unsure, check('mouth.gap', 'fail')), [0, 1000]).instruction).toBe('mouth.gap')
    expect(through(coach, but(unsure), [1000, 2000])).toMatchObject({
      instruction: 'ears.left',
      coach: { onlyThis: false, heldFor: 0 },
    })
    expect(through(coach, but(unsure), [2000, 9000]).coach.onlyThis).toBe(true)
  })
  it('a step is stuck after exactly ten seconds', () => {
    const coach = new Coach(RULES)
    const covered = but(check('ears.left', 'fail'))
    coach.update(covered, true, 0, 0)
    expect(coach.update(covered, true, 9999, 9999).coach.stuck).toBe(false)
    expect(coach.update(covered, true, 10_000, 10_000).coach.stuck).toBe(true)
  })
  it('the room’s fault is set aside after exactly five seconds; one that moving mends never is', () => {
    const coach = new Coach(RULES)
    const wall = but(check('background.colour', 'fail'))
    coach.update(wall, true, 0, 0)
    expect(coach.update(wall, true, 4999, 4999).coach.setAside).toEqual([])
    expect(coach.update(wall, true, 5000, 5000).coach.setAside).toEqual(['background.colour'])
    expect(through(new Coach(RULES), but(check('ears.left', 'fail')), [0, 9000]).coach.setAside).toEqual([])
  })
  it.each([
    ['fail', 'background.colour', null, 20_001],
    ['unknown', 'ears.left', 'ambiguous', 20_000],
  ] as const)('what was set aside with %s is forgotten three seconds after it was last told', (...one) => {
    const [verdict, id, reason, lastTold] = one
    const coach = new Coach(RULES)
    const open = but(check(id, verdict, reason))
    through(coach, open, [0, 6000])
    // Still open: nothing to forget, however long it lasts.
    expect(coach.update(open, true, 20_000, 20_000).coach.setAside).toEqual([id])
    for (const now of [20_001, 20_101]) coach.update(good, true, now, now)
    expect(coach.update(good, true, lastTold + 3000, lastTold + 3000).coach.setAside).toEqual([id])
    expect(coach.update(good, true, lastTold + 3001, lastTold + 3001).coach.setAside).toEqual([])
  })
  it.each([check('background.colour', 'fail'), check('ears.left', 'unknown', 'ambiguous')])(
    '$id, set aside, stays so while it lasts, though something else is told meanwhile',
    aside => {
      const coach = new Coach(RULES)
      const mouth = check('mouth.gap', 'fail')
      through(coach, but(aside), [0, 6000])
      const later = through(coach, but(aside, mouth), [6000, 12_000])
      expect(later).toMatchObject({ instruction: 'mouth.gap', coach: { setAside: [aside.id] } })
      // Mended, it is forgotten, whatever else is still wrong.
      expect(through(coach, but(mouth), [12_000, 16_000]).coach.setAside).toEqual([])
    },
  )
  it('only what is shown can be the only thing left', () => {
    const coach = new Coach(RULES)
    through(coach, but(check('background.colour', 'fail')), [0, 6000])
    const mouth = but(check('background.colour', 'fail'), check('mouth.gap', 'fail'))
    expect(through(coach, mouth, [6000, 7000]).instruction).toBe('mouth.gap')
    // One frame later the mouth is closed, but the old words stand for a moment.
    expect(coach.update(but(check('background.colour', 'fail')), true, 7000, 7000)).toMatchObject({
      instruction: 'mouth.gap',
      coach: { onlyThis: false },
    })
  })
  it('a moving head with a fault is told the fault', () => {
    expect(through(new Coach(RULES), but(check('ears.left', 'fail')), [0, 1000], false).instruction).toBe('ears.left')
  })
})
