import { BASE, type PortraitOptions } from './options'
import { framingOf } from './portrait'

/** What is so in a drawn portrait of 3:4, px of the clause frame. */
export interface PortraitTruth {
  readonly eyeLine: number
  readonly faceWidth: number
  readonly headTop: number
  readonly centre: number
  readonly pupils: { readonly right: { x: number; y: number }; readonly left: { x: number; y: number } }
}

/** Pose is left out: the head's points are those of a straight head. */
export function truthOf(options: PortraitOptions = {}): PortraitTruth {
  const { scale, x, y } = framingOf(options)
  const top =
    options.headwear === 'cap' ? 62 : options.hair === 'bun' ? 38 : options.hair === 'bald' ? 112 : BASE.hairTop
  const at = (px: number): { x: number; y: number } => ({ x: scale * px + x, y: scale * BASE.eyeLine + y })
  return {
    eyeLine: scale * BASE.eyeLine + y,
    faceWidth: scale * BASE.faceWidth,
    headTop: scale * top + y,
    centre: scale * BASE.centre + x - 240,
    pupils: { right: at(240 - BASE.pupil), left: at(240 + BASE.pupil) },
  }
}
