import type { CropPlan } from '../../contract/crop'
import type { Reading } from '../../contract/reading'
import type { Scene } from '../../contract/scene'
import { isMonochrome } from '../../lib/monochrome'

export type FileQuantity =
  'format' | 'framing' | 'ratio' | 'width' | 'height' | 'bytes' | 'quality' | 'density' | 'colour' | 'metadata'

/**
 * The file as given. `width`, `height` and `ratio` after orientation. `colour` names colour space and bit depth
 * ('srgb-24', and 'grey-in-srgb-24' where the picture itself has no colours); `metadata` lists what identifies someone
 * or names an editor ('gps,name,edited'), or is 'none'.
 */
export function measureFile(
  { file, width, height, whole }: Scene,
  plan: CropPlan | null,
): Record<FileQuantity, Reading> {
  const facts = file!
  const value = (fact: number | string | boolean | null): Reading =>
    fact === null ? { unknown: 'not-stated' } : { value: fact }
  const bits = facts.bitDepth === null || facts.channels === null ? null : facts.bitDepth * Math.min(3, facts.channels)
  const entries = [...facts.identifying, ...(facts.software === null ? [] : ['edited'])]
  return {
    format: value(facts.animated ? `${facts.type} animated` : facts.type),
    framing: plan?.feasible ? value(plan.wholePhoto) : { unknown: 'no-crop' },
    ratio: value(width / height),
    width: value(width),
    height: value(height),
    bytes: value(facts.bytes),
    // Only a JPEG has a quality; other formats are reported by `format`.
    quality: value(facts.jpeg?.quality ?? null),
    density: value(facts.density && Math.round(Math.min(facts.density.x, facts.density.y))),
    colour: value(
      facts.colourSpace === 'unknown' || bits === null
        ? null
        : `${bits >= 24 && isMonochrome(whole.pixels) ? 'grey-in-' : ''}${facts.colourSpace}-${bits}`,
    ),
    metadata: value(entries.length ? entries.join(',') : 'none'),
  }
}
