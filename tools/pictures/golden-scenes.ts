import type { PortraitOptions } from '../../src/drawn/index'

/** Drawn portraits with golden reports (tests/scenes), each with no, one or two faults. */
export const GOLDEN_SCENES: Readonly<Record<string, PortraitOptions>> = {
  faultless: { noise: 1 },
  'dark-skin-side-light': { skinTone: 7, light: { balance: 3, stops: -0.5 }, noise: 1 },
  'long-hair-over-ears': { hair: 'long', earsCovered: { left: 1, right: 1 }, fringe: { left: 1, right: 1 }, noise: 1 },
  'tinted-glasses': { skinTone: 4, glasses: { kind: 'tinted' }, noise: 1 },
  'gradient-and-door': { wall: { gradient: 24, strip: 0.08 }, noise: 1 },
  'mouth-open-blurred': { mouthGap: 0.2, blur: 2, noise: 1 },
  'tilted-off-centre': { roll: 9, framing: { centre: 60, faceWidth: 200 }, noise: 1 },
}
