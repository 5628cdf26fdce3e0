import type { CropPlan } from '../../contract/crop'
import type { Reading } from '../../contract/reading'
import type { Scene } from '../../contract/scene'

export type FileQuantity =
  'format' | 'framing' | 'ratio' | 'width' | 'height' | 'bytes' | 'quality' | 'density' | 'colour' | 'metadata'

/**
 * The file as it was given. `width`, `height` and `ratio` after orientation. `colour` names space and depth
 * ('srgb-24'); `metadata` lists what identifies or names an editor ('gps,name,edited'), 'none' where nothing does.
 */
export function measureFile({ file, width, height }: Scene, plan: CropPlan | null): Record<FileQuantity, Reading> {
  const facts = file!
  const value = (found: number | string | boolean | null): Reading =>
    found === null ? { unknown: 'not-stated' } : { value: found }
  const bits = facts.bitDepth === null || facts.channels === null ? null : facts.bitDepth * Math.min(3, facts.channels)
  const noted = [...facts.identifying, ...(facts.software === null ? [] : ['edited'])]
  return {
    format: value(facts.animated ? `${facts.type} animated` : facts.type),
    framing: plan?.feasible ? value(plan.wholePhoto) : { unknown: 'no-crop' },
    ratio: value(width / height),
    width: value(width),
    height: value(height),
    bytes: value(facts.bytes),
    // Only a JPEG has one; another format says so in `format`.
    quality: value(facts.jpeg?.quality ?? null),
    density: value(facts.density && Math.round(Math.min(facts.density.x, facts.density.y))),
    colour: value(facts.colourSpace === 'unknown' || bits === null ? null : `${facts.colourSpace}-${bits}`),
    metadata: value(noted.length ? noted.join(',') : 'none'),
  }
}
