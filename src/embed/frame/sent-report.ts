import type { Report } from '../../contract/report'
import {
  MAX_ID_CHARACTERS,
  MAX_VERSION_CHARACTERS,
  STRING_PATTERNS,
  type SentProfile,
  type SentReport,
} from '../protocol'

/** The report as sent to the host: ids and numbers only. Everything else, such as the file name, stays in the frame. */
export function toSentReport({ profile, verdict, checks, source, crop, timings }: Report): SentReport {
  return {
    profile: toSentProfile(profile),
    verdict,
    checks: checks.map(({ id, verdict, reason, value, unit, limits }) => ({
      id,
      verdict,
      reason,
      value: typeof value === 'string' && !STRING_PATTERNS.value.test(value) ? null : value,
      unit,
      level: limits.level,
    })),
    source: {
      type: STRING_PATTERNS.mediaType.test(source.type) ? source.type : '',
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
      Object.entries(timings).filter(([stage, time]) => STRING_PATTERNS.stage.test(stage) && time >= 0),
    ),
  }
}

export const toSentProfile = ({ id, version }: SentProfile): SentProfile => ({
  id: id.slice(0, MAX_ID_CHARACTERS),
  version: version.slice(0, MAX_VERSION_CHARACTERS),
})
