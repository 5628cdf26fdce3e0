import { expect, it } from 'vitest'
import type { Check } from '../contract/report'
import { getProfile } from '../profiles/index'
import { getUnit } from '../rules/index'
import { judge } from '../verdict/judge'
import { scoreFrame } from './best-frame'

const profile = getProfile('hanjiang-2025')
const GOOD: Readonly<Record<string, number>> = {
  'sharpness.detail': 1.5,
  'eyes.left': 0.25,
  'eyes.right': 0.25,
  'pose.yaw': 2,
  'pose.pitch': -2,
  'pose.roll': 1,
  'gaze.offset': 0.03,
  'expression.departure': 0.2,
}
function frame(changed: Readonly<Record<string, number>> = {}, of = profile): Check[] {
  const values = Object.entries({ ...GOOD, ...changed }).map(([id, value]) => [id, { value }] as const)
  return judge(Object.fromEntries(values), of, getUnit).checks
}

it.each([
  ['sharper', { 'sharpness.detail': 1.6 }],
  ['both eyes wider open', { 'eyes.left': 0.28, 'eyes.right': 0.28 }],
  ['straighter, left and right', { 'pose.yaw': -1 }],
  ['straighter, up and down', { 'pose.pitch': 0 }],
  ['more upright', { 'pose.roll': 0 }],
  ['looking at the lens', { 'gaze.offset': 0 }],
  ['calmer', { 'expression.departure': 0.1 }],
])('of two good frames the one that is %s is better', (_, better) => {
  expect(scoreFrame(frame(better))).toBeGreaterThan(scoreFrame(frame()))
})

it('the narrower eye counts, and wide open is wide enough', () => {
  expect(scoreFrame(frame({ 'eyes.left': 0.4 }))).toBe(scoreFrame(frame()))
  expect(scoreFrame(frame({ 'eyes.left': 0.4, 'eyes.right': 0.4 }))).toBe(
    scoreFrame(frame({ 'eyes.left': 0.5, 'eyes.right': 0.5 })),
  )
})

it('is in units of the profile’s own limits: where they are twice as wide, a turn costs half', () => {
  const wider = {
    ...profile,
    checks: { ...profile.checks, 'pose.yaw': { ...profile.checks['pose.yaw']!, min: -20, max: 20 } },
  }
  const turned = { 'pose.yaw': 8, 'pose.pitch': 0, 'pose.roll': 0 }
  const straight = { 'pose.yaw': 0, 'pose.pitch': 0, 'pose.roll': 0 }
  const cost = (of: typeof profile): number => scoreFrame(frame(straight, of)) - scoreFrame(frame(turned, of))
  expect(cost(profile)).toBeCloseTo(0.8, 9)
  expect(cost(wider)).toBeCloseTo(0.4, 9)
})

it('what can’t be told counts as at its limit, what the profile leaves out as nothing', () => {
  const without = (id: string): Check[] => frame().filter(check => check.id !== id)
  const untold = frame().map(check =>
    check.id === 'gaze.offset' ? { ...check, value: null, verdict: 'unknown' as const } : check,
  )
  expect(scoreFrame(frame({ 'gaze.offset': profile.checks['gaze.offset']!.max! }))).toBeCloseTo(scoreFrame(untold), 9)
  expect(scoreFrame(without('gaze.offset'))).toBeCloseTo(scoreFrame(frame({ 'gaze.offset': 0 })), 9)
  expect(scoreFrame([])).toBe(0)
})
