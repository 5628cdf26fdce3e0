import type { Check, Report } from '../contract/report'

/**
 * Thousands of reports, small. Outlines, by far the largest part, are packed into 16-bit numbers and unpacked for who
 * looks; what every report of a profile says alike (ids, units, limits, clauses; each came over from a worker as a copy
 * of its own) is held once.
 */
export interface PackedReport {
  /** Its checks' `regions` are empty. */
  readonly report: Report
  readonly outlines: Int16Array
}

/** Keeps a report; `alike` is a report kept before under the same profile, if there is one. */
export function packReport(report: Report, alike?: Report): PackedReport {
  return {
    report: {
      ...report,
      checks: report.checks.map((check, at) => shareStrings({ ...check, regions: [] }, alike?.checks[at])),
    },
    outlines: packOutlines(report),
  }
}

/** The report with its outlines, to within a sixteenth of a pixel in small photos and a pixel in very large ones. */
export function unpackReport({ report, outlines }: PackedReport): Report {
  const regions = unpackOutlines(outlines, report)
  return { ...report, checks: report.checks.map((check, at) => ({ ...check, regions: regions.get(at) ?? [] })) }
}

function shareStrings(check: Check, alike: Check | undefined): Check {
  if (
    !alike ||
    alike.id !== check.id ||
    alike.clause !== check.clause ||
    JSON.stringify(alike.limits) !== JSON.stringify(check.limits)
  )
    return check
  const { id, unit, clause, limits } = alike
  return { ...check, id, clause, limits, unit: check.unit === unit ? unit : check.unit }
}

/** Outlines reach a little beyond a photo's edge: half of the numbers' range is left for that. */
const getStepsPerPixel = ({ source: { width, height } }: Report): number =>
  Math.max(1, Math.min(16, Math.floor(16_000 / Math.max(width, height))))

/** For each check with outlines: its place, how many outlines, and for each how many points and then x, y of each. */
function packOutlines(report: Report): Int16Array {
  const steps = getStepsPerPixel(report)
  const numbers: number[] = []
  report.checks.forEach(({ regions }, at) => {
    if (!regions.length) return
    numbers.push(at, regions.length)
    for (const region of regions) {
      numbers.push(region.length)
      for (const { x, y } of region) numbers.push(Math.round(x * steps), Math.round(y * steps))
    }
  })
  return Int16Array.from(numbers)
}

function unpackOutlines(numbers: Int16Array, report: Report): Map<number, Check['regions']> {
  const steps = getStepsPerPixel(report)
  const found = new Map<number, Check['regions']>()
  let place = 0
  const next = (): number => numbers[place++]!
  while (place < numbers.length) {
    const at = next()
    found.set(
      at,
      Array.from({ length: next() }, () =>
        Array.from({ length: next() }, () => ({ x: next() / steps, y: next() / steps })),
      ),
    )
  }
  return found
}
