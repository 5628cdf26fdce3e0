import { describe, expect, it } from 'vitest'
import type { Report } from '../contract/report'
import { getProfile } from '../profiles/index'
import { getUnit } from '../rules/index'
import { judge } from '../verdict/judge'
import { packReport, unpackReport } from './packed-report'

const outline = (...points: [number, number][]): { x: number; y: number }[] => points.map(([x, y]) => ({ x, y }))
const { checks, verdict } = judge(
  { 'pose.yaw': { value: 3 }, 'glasses.kind': { value: 'clear', score: 0.9 } },
  getProfile('hanjiang-2025'),
  getUnit,
)
/** Report of a `side` x `side` px photo; its fourth check has `regions`. */
const report = (side: number, regions: Report['checks'][number]['regions']): Report =>
  structuredClone({
    schema: 'zhaojian-report/1',
    profile: { id: 'hanjiang-2025', version: '1' },
    source: { bytes: 1, type: 'image/jpeg', width: side, height: side, orientation: 1 },
    verdict,
    checks: checks.map((check, at) => (at === 3 ? { ...check, regions } : check)),
    crop: null,
    timings: { total: 1 },
  })

describe('a kept report', () => {
  it('gives its outlines back, and everything else as it was', () => {
    const original = report(1000, [outline([0, 0], [10.5, -20.25], [999.9375, 1003]), outline([5, 5])])
    const packed = packReport(original)
    expect(packed.report.checks.every(({ regions }) => regions.length === 0)).toBe(true)
    expect(unpackReport(packed)).toEqual(original)
  })

  it('is right to a pixel in a photo of 16,000 px, beyond its edge too', () => {
    const given = report(16_000, [outline([15_999.4, -3_000.2], [20_000, 7])])
    expect(unpackReport(packReport(given)).checks[3]!.regions).toEqual([outline([15_999, -3_000], [20_000, 7])])
  })

  it.each([
    [1000, 1 / 16],
    [1001, 1 / 15],
    [8000, 1 / 2],
    [8001, 1],
    [20_000, 1],
  ])('of a photo of %i px keeps steps of %f px, by its longer side', (side, step) => {
    const given = report(side, [outline([10 * step, 3 * step])])
    expect(unpackReport(packReport(given)).checks[3]!.regions).toEqual([[{ x: 10 * step, y: 3 * step }]])
    const low = { ...given, source: { ...given.source, height: 10 } }
    const narrow = { ...given, source: { ...given.source, width: 10 } }
    for (const one of [low, narrow]) expect([...packReport(one).outlines]).toEqual([...packReport(given).outlines])
    expect([...packReport(given).outlines]).toEqual([3, 1, 1, 10, 3])
  })

  it('takes nothing of a check of another rule, clause or place', () => {
    const first = packReport(report(1000, [])).report
    const base = report(1000, [])
    const [one, two, ...others] = base.checks
    for (const changed of [
      [{ ...one!, clause: 'another' }, two!, ...others],
      [two!, one!, ...others],
      [...base.checks, { ...one!, id: 'nose.length' }],
      [{ ...one!, unit: 'px' as const }, two!, ...others],
    ]) {
      const other = { ...base, checks: changed }
      expect(unpackReport(packReport(other, first))).toEqual(other)
    }
  })

  it('shares what the profile says with the one before, and only that', () => {
    const first = packReport(report(1000, [])).report
    const changed = report(1000, [])
    const other = {
      ...changed,
      checks: changed.checks.map((check, at) =>
        at === 0 ? { ...check, value: 7, limits: { ...check.limits, max: 99 } } : structuredClone(check),
      ),
    }
    const kept = packReport(other, first)
    expect(kept.report.checks[1]!.limits).toBe(first.checks[1]!.limits)
    expect(kept.report.checks[0]!.limits).toMatchObject({ max: 99 })
    expect(unpackReport(kept)).toEqual(other)
  })

  it('costs four bytes a point', () => {
    expect(
      packReport(report(1000, [Array.from({ length: 100 }, (_, i) => ({ x: i, y: i }))])).outlines.byteLength,
    ).toBeLessThan(410)
  })
})
