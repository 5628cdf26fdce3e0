import type { Report } from '../../contract/report'
import { MOST_ID, MOST_VERSION, SHAPES, type SentProfile, type SentReport } from '../protocol'

/**
 * The report as it may leave the frame: ids and numbers. What else a report holds, the file's name first of all, stays
 * behind.
 */
export function sentReport({ profile, verdict, checks, source, crop, timings }: Report): SentReport {
  return {
    profile: sentProfile(profile),
    verdict,
    checks: checks.map(({ id, verdict, reason, value, unit, limits }) => ({
      id,
      verdict,
      reason,
      value: typeof value === 'string' && !SHAPES.value.test(value) ? null : value,
      unit,
      level: limits.level,
    })),
    source: {
      type: SHAPES.mediaType.test(source.type) ? source.type : '',
      width: source.width,
      height: source.height,
      bytes: source.bytes,
    },
    crop: crop && {
      x: crop.x,
      y: crop.y,
      width: crop.width,
      height: crop.height,
      outputWidth: crop.outputWidth,
      outputHeight: crop.outputHeight,
    },
    timings: Object.fromEntries(
      Object.entries(timings).filter(([stage, time]) => SHAPES.stage.test(stage) && time >= 0),
    ),
  }
}

export const sentProfile = ({ id, version }: SentProfile): SentProfile => ({
  id: id.slice(0, MOST_ID),
  version: version.slice(0, MOST_VERSION),
})
