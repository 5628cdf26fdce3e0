import type { Check } from '../contract/report'

/**
 * The order in which a student can act: be found, light, wall, distance and position, head straight, glasses, hair, expression.
 * Rules by id; those not named (file, noise, …) are no matter for someone in front of a camera.
 */
const ORDER = ['face', 'lighting', 'background', 'geometry', 'pose', 'glasses', 'headwear', 'occlusion', 'ears', 'eyebrows', 'eyes', 'gaze', 'mouth', 'expression']

/** Nothing is left to do. */
export const READY = 'ready'

/** Check id of the one thing to do next: the first failed required rule in order; `ready` where there is none. */
export function nextInstruction(checks: readonly Check[]): string {
  for (const rule of ORDER) {
    const failed = checks.find(({ id, verdict }) => id.startsWith(`${rule}.`) && verdict === 'fail')
    if (failed) return failed.id
  }
  return READY
}
