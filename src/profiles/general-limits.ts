import { splitCheckId } from '../contract/check-id'
import type { Profile } from '../contract/profile'
import { RULES } from '../rules'

/** Limits of the head's place in the picture, in the order in which a photo may rather miss them. */
const GEOMETRY_CHECKS = ['geometry.head-top', 'geometry.eye-line', 'geometry.centre', 'geometry.face-width'] as const

/**
 * The limits of the head's place that come from the general standard alone: the school's notice neither sets them nor
 * is that standard.
 */
export const listGeneralLimits = (profile: Profile): string[] =>
  GEOMETRY_CHECKS.filter(id => profile.checks[id] !== undefined && !isNamedBySchool(profile, id))

function isNamedBySchool({ checks, source }: Profile, id: string): boolean {
  const limit = checks[id]!
  const [rule, quantity] = splitCheckId(id)
  const standard = RULES.get(rule)!.quantities[quantity]!.limit
  // "教毕指〔2017〕99号 四.2（…）": the document stands before its clause.
  const [document] = standard.source.split(' ')
  return limit.source !== standard.source || source.title.includes(document!)
}

/** The same profile without one of its limits. */
export function withoutLimit(profile: Profile, id: string): Profile {
  const { [id]: _, ...checks } = profile.checks
  return { ...profile, checks }
}
