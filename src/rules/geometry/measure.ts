import type { CropPlan } from '../../contract/crop'
import type { Reading } from '../../contract/reading'
import type { Scene } from '../../contract/scene'
import { findShoulderLine } from '../../lib/shoulders'

export type GeometryQuantity = 'head-top' | 'eye-line' | 'face-width' | 'centre' | 'shoulders'

/** Position of the head in the planned crop, px of the 480x640 clause frame; slope of the shoulders in degrees. */
export function measureGeometry(scene: Scene, plan: CropPlan | null): Record<GeometryQuantity, Reading> {
  const { headTop, eyeLine, faceWidth, centre } = plan!.composition
  return {
    'head-top': headTop === null ? { unknown: scene.person ? 'cut-off' : 'no-person' } : { value: headTop },
    'eye-line': { value: eyeLine },
    'face-width': { value: faceWidth },
    centre: { value: centre },
    shoulders: readShoulders(scene),
  }
}

function readShoulders({ face, person, width, height }: Scene): Reading {
  if (!person) return { unknown: 'no-person' }
  const line = findShoulderLine(person, face!, { width, height })
  if ('unknown' in line) return line
  return { value: line.slope, regions: [[...[...line.right].reverse(), ...line.left]] }
}
