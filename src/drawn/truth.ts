import { BASE_HEAD, type PortraitOptions } from './options'
import { getFraming } from './portrait'

/** What is so in a drawn portrait of 3:4, px of the clause frame. */
export interface PortraitTruth {
  readonly eyeLine: number
  readonly faceWidth: number
  readonly headTop: number
  readonly centre: number
  readonly pupils: { readonly right: { x: number; y: number }; readonly left: { x: number; y: number } }
}

/** Pose is left out: the head's points are those of a straight head. */
export function getPortraitTruth(options: PortraitOptions = {}): PortraitTruth {
  const { scale, x, y } = getFraming(options)
  const top =
    options.headwear === 'cap' ? 62 : options.hair === 'bun' ? 38 : options.hair === 'bald' ? 112 : BASE_HEAD.hairTop
  const at = (px: number): { x: number; y: number } => ({ x: scale * px + x, y: scale * BASE_HEAD.eyeLine + y })
  return {
    eyeLine: scale * BASE_HEAD.eyeLine + y,
    faceWidth: scale * BASE_HEAD.faceWidth,
    headTop: scale * top + y,
    centre: scale * BASE_HEAD.centre + x - 240,
    pupils: { right: at(240 - BASE_HEAD.pupil), left: at(240 + BASE_HEAD.pupil) },
  }
}
