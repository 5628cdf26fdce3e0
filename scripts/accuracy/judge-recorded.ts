import type { Profile } from '../../src/contract/profile'
import type { Check } from '../../src/contract/report'
import type { Scene } from '../../src/contract/scene'
import { planCrop } from '../../src/crop/plan'
import { getProfile } from '../../src/profiles'
import { toCropTarget } from '../../src/profiles/targets'
import { CHECK_IDS, getUnit, measureAll, RULES } from '../../src/rules'
import { judge } from '../../src/verdict/judge'

/** Checks of all rules, or of those named, against the rules' own limits; the crop is that of the general notice. */
export function judgeRecorded(scene: Scene, only: readonly string[]): Check[] {
  const profile = getProfile('moe-2017-99')
  const rules = [...RULES.values()].filter(({ id }) => !only.length || only.includes(id))
  const limits = Object.fromEntries(
    rules.flatMap(({ id, quantities }) =>
      Object.entries(quantities).map(([name, { limit }]) => [`${id}.${name}`, limit] as const),
    ),
  )
  const { width, height, face, person } = scene
  const plan = face && planCrop({ width, height, face, person }, toCropTarget(profile))
  const readings = measureAll(
    scene,
    plan,
    (rule, error) => {
      throw new Error(`rule ${rule}`, { cause: error })
    },
    rules,
  )
  const checks = Object.fromEntries(CHECK_IDS.flatMap(id => (limits[id] ? [[id, limits[id]]] : [])))
  return judge(readings, { ...profile, checks } as Profile, getUnit).checks
}
