import type { Limit } from '../contract/limit'
import type { Profile } from '../contract/profile'
import type { Reading, Unit } from '../contract/reading'
import type { Check, Report, Verdict } from '../contract/report'
import type { Readings } from '../contract/rule'
import { ciede2000 } from '../lib/ciede2000'
import { hexOfLab, labOfHex } from '../lib/color'

/**
 * Judges every check of the profile, in its order. The one place where a number meets a limit. `unitOf` gives a check's
 * unit (a colour's distance is in deltaE whatever it was measured in).
 */
export function judge(
  readings: Readings,
  profile: Profile,
  unitOf: (checkId: string) => Unit,
): { checks: Check[]; verdict: Report['verdict'] } {
  const checks = Object.entries(profile.checks).map(([id, limit]) =>
    judgeCheck(id, readings[id] ?? { unknown: 'not-run' }, limit, unitOf(id)),
  )
  const required = checks.filter(check => check.limits.level === 'required')
  const verdict = required.some(check => check.verdict === 'fail')
    ? 'fail'
    : required.some(check => check.verdict === 'unknown')
      ? 'unknown'
      : 'pass'
  return { checks, verdict }
}

function judgeCheck(id: string, reading: Reading, limit: Limit, unit: Unit): Check {
  const { min, max, oneOf, level, clause } = limit
  const value =
    'unknown' in reading ? null : 'colour' in reading ? toColourDistance(reading.colour, limit) : reading.value
  const reason = 'unknown' in reading ? reading.unknown : value === null ? 'not-run' : null
  return {
    id,
    value,
    unit,
    reason,
    clause,
    ...('colour' in reading && value !== null ? { colour: hexOfLab(reading.colour) } : {}),
    verdict: value === null ? 'unknown' : toVerdict(value, limit),
    limits: {
      ...(min === undefined ? {} : { min }),
      ...(max === undefined ? {} : { max }),
      ...(oneOf ? { oneOf: [...oneOf] } : {}),
      level,
    },
    score: 'score' in reading && reading.score !== undefined ? reading.score : null,
    regions: (reading.regions ?? []).map(polygon => polygon.map(({ x, y }) => ({ x, y }))),
  }
}

/** CIEDE2000 to the nearest allowed colour; null where the profile names none. */
function toColourDistance(colour: Parameters<typeof ciede2000>[0], { references = [] }: Limit): number | null {
  return references.length ? Math.min(...references.map(hex => ciede2000(colour, labOfHex(hex)))) : null
}

function toVerdict(
  value: number | string | boolean,
  { min = -Infinity, max = Infinity, oneOf, near = 0, level }: Limit,
): Verdict {
  const missed: Verdict = level === 'required' ? 'fail' : 'warn'
  if (oneOf && !oneOf.includes(value)) return missed
  if (typeof value !== 'number') return 'pass'
  if (value < min || value > max) return missed
  return level === 'required' && near > 0 && (value < min + near || value > max - near) ? 'warn' : 'pass'
}
