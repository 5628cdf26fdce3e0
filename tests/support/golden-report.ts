import type { Report } from '../../src/contract/report'
import type { Scene } from '../../src/contract/scene'
import { planCrop } from '../../src/crop/plan'
import { getProfile } from '../../src/profiles'
import { toCropTarget } from '../../src/profiles/targets'
import { measureAll, getUnit } from '../../src/rules'
import { judge } from '../../src/verdict/judge'

/** The golden form of a report: verdict and rounded value or reason of each check, and the crop. */
export function buildGoldenReport(scene: Scene): {
  verdict: Report['verdict']
  crop: unknown
  checks: Record<string, string>
} {
  const profile = getProfile('hanjiang-2025')
  const plan =
    scene.face &&
    planCrop(
      { width: scene.width, height: scene.height, face: scene.face, person: scene.person },
      toCropTarget(profile),
    )
  const { checks, verdict } = judge(
    measureAll(scene, plan, (rule, error) => {
      throw new Error(`rule ${rule}`, { cause: error })
    }),
    profile,
    getUnit,
  )
  const rounded = (value: unknown): string =>
    typeof value === 'number' ? String(Math.abs(value) < 0.001 ? 0 : Number(value.toPrecision(3))) : String(value)
  return {
    verdict,
    crop: plan && { ...plan.crop, output: `${plan.outputWidth}x${plan.outputHeight}`, obstacle: plan.obstacle },
    checks: Object.fromEntries(
      checks.map(({ id, verdict: one, value, reason }) => [id, `${one} ${rounded(value ?? reason)}`]),
    ),
  }
}
