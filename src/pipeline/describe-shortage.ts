import type { Composition, CropPlan } from '../contract/crop'
import type { Profile } from '../contract/profile'
import type { Report } from '../contract/report'
import { planCrop, type CropInput } from '../crop/plan'
import { findShortage } from '../crop/shortage'
import { listGeneralLimits, withoutLimit } from '../profiles/general-limits'
import { toCropTarget } from '../profiles/targets'
import { toReportedCrop } from './create-report'
import type { Planned } from './stages'

/** What a photo without a crop lacks, and the crop that is left where one general limit is set aside. */
export function describeShortage({ opened, detections, plan }: Planned, profile: Profile): Report['shortage'] {
  const { face, person } = detections
  if (!face || !plan || plan.feasible) return undefined
  const input = { width: opened.width, height: opened.height, face, person }
  return { ...findShortage(input, toCropTarget(profile)), outside: findCropOutside(input, plan, profile) }
}

const COMPOSED: Readonly<Record<string, (composition: Composition) => number | null>> = {
  'geometry.head-top': ({ headTop }) => headTop,
  'geometry.eye-line': ({ eyeLine }) => eyeLine,
  'geometry.centre': ({ centre }) => centre,
  'geometry.face-width': ({ faceWidth }) => faceWidth,
}

function findCropOutside(
  input: CropInput,
  { obstacle }: CropPlan,
  profile: Profile,
): NonNullable<Report['shortage']>['outside'] {
  // Fewer pixels than asked are what the school's own notice names.
  if (obstacle !== 'no-crop') return null
  for (const check of listGeneralLimits(profile)) {
    const plan = planCrop(input, toCropTarget(withoutLimit(profile, check)))
    if (plan.feasible) return { check, value: COMPOSED[check]!(plan.composition), crop: toReportedCrop(plan) }
  }
  return null
}
