import type { CropPlan } from '../contract/crop'
import type { Profile } from '../contract/profile'
import type { Report } from '../contract/report'

export interface ReportParts {
  readonly profile: Profile
  readonly source: Report['source']
  readonly judged: Pick<Report, 'checks' | 'verdict'>
  readonly plan: CropPlan | null
  readonly shortage?: Report['shortage']
  /** Milliseconds by stage. */
  readonly timings: Report['timings']
}

/** The only place that assembles a report, for files and camera frames. */
export function createReport({
  profile,
  source,
  judged: { checks, verdict },
  plan,
  shortage,
  timings,
}: ReportParts): Report {
  return {
    schema: 'zhaojian-report/1',
    profile: { id: profile.id, version: profile.version },
    source,
    verdict,
    checks,
    crop: plan?.feasible ? toReportedCrop(plan) : null,
    ...(shortage ? { shortage } : {}),
    timings,
  }
}

export const toReportedCrop = ({ crop, outputWidth, outputHeight }: CropPlan): NonNullable<Report['crop']> => ({
  ...crop,
  outputWidth,
  outputHeight,
})
