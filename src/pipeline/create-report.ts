import type { CropPlan } from '../contract/crop'
import type { Profile } from '../contract/profile'
import type { Report } from '../contract/report'

export interface ReportParts {
  readonly profile: Profile
  readonly source: Report['source']
  readonly judged: Pick<Report, 'checks' | 'verdict'>
  readonly plan: CropPlan | null
  /** Milliseconds by stage. */
  readonly timings: Report['timings']
}

/** The only place that assembles a report, for files and camera frames. */
export function createReport({ profile, source, judged: { checks, verdict }, plan, timings }: ReportParts): Report {
  return {
    schema: 'zhaojian-report/1',
    profile: { id: profile.id, version: profile.version },
    source,
    verdict,
    checks,
    crop: plan?.feasible ? { ...plan.crop, outputWidth: plan.outputWidth, outputHeight: plan.outputHeight } : null,
    timings,
  }
}
