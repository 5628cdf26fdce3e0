import type { Check, Report } from '../contract/report'

/**
 * A memory-saving form of a report, for batches of thousands. Outlines, by far the largest part, are packed as 16-bit
 * integers and unpacked when needed. Values that all reports of a profile share (ids, units, limits, clauses;
 * structured clones from the workers) are stored once.
 */
export interface PackedReport {
  /** The report with empty `regions` in its checks. */
  readonly report: Report
  readonly outlines: Int16Array
}

/** Packs a report; `alike` is an earlier packed report of the same profile, whose shared values are reused. */
export function packReport(report: Report, alike?: Report): PackedReport {
  return {
    report: {
      ...report,
      checks: report.checks.map((check, at) => shareStrings({ ...check, regions: [] }, alike?.checks[at])),
    },
    outlines: packOutlines(report),
  }
}

/** Restores the outlines, to within 1/16 px in small photos and 1 px in very large ones. */
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

/** Outlines reach a little beyond the photo's edges: half of the 16-bit range is reserved for that. */
const getStepsPerPixel = ({ source: { width, height } }: Report): number =>
  Math.max(1, Math.min(16, Math.floor(16_000 / Math.max(width, height))))

/**
 * For each check with outlines: its index, the number of outlines, then for each its number of points and x, y pairs.
 */
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
  const regionsByCheck = new Map<number, Check['regions']>()
  let place = 0
  const next = (): number => numbers[place++]!
  while (place < numbers.length) {
    const at = next()
    regionsByCheck.set(
      at,
      Array.from({ length: next() }, () =>
        Array.from({ length: next() }, () => ({ x: next() / steps, y: next() / steps })),
      ),
    )
  }
  return regionsByCheck
}
