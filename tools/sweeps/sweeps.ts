import type { PortraitOptions } from '../../src/drawn/index'

export interface Sweep {
  readonly name: string
  /** The check whose value must follow the drawn ground truth. */
  readonly check: string
  /** Whether the value rises (1) or falls (-1) with the truth. */
  readonly direction: 1 | -1
  readonly truth: readonly number[]
  readonly draw: (truth: number) => PortraitOptions
  /** Checks whose values must not change (tolerance: a share of their own range of limits, see sweeps.ts). */
  readonly unaffectedChecks: readonly string[]
}

const createSteps = (from: number, to: number, count = 14): number[] =>
  Array.from({ length: count }, (_, i) => from + ((to - from) * i) / (count - 1))
/** Camera noise of every picture. */
const CAMERA_NOISE = 1.5
const GEOMETRY_CHECKS = [
  'geometry.head-top',
  'geometry.eye-line',
  'geometry.face-width',
  'geometry.centre',
  'pose.yaw',
  'pose.pitch',
  'pose.roll',
]
const WALL_CHECKS = ['background.colour', 'background.evenness', 'background.clutter']

/** At least 12 steps each. The wall's gradient and vignette stay within what the lightest colour allows. */
export const SWEEPS: readonly Sweep[] = [
  {
    name: 'side light, light skin',
    check: 'lighting.balance',
    direction: 1,
    truth: createSteps(1, 4),
    draw: balance => ({ skinTone: 2, light: { balance }, noise: CAMERA_NOISE }),
    unaffectedChecks: [...WALL_CHECKS, ...GEOMETRY_CHECKS],
  },
  {
    name: 'side light, dark skin',
    check: 'lighting.balance',
    direction: 1,
    truth: createSteps(1, 4),
    draw: balance => ({ skinTone: 7, light: { balance }, noise: CAMERA_NOISE }),
    unaffectedChecks: [...WALL_CHECKS, ...GEOMETRY_CHECKS],
  },
  {
    name: 'wall gradient',
    check: 'background.evenness',
    direction: 1,
    truth: createSteps(0, 36),
    draw: gradient => ({ wall: { gradient }, noise: CAMERA_NOISE }),
    unaffectedChecks: [
      'lighting.balance',
      'lighting.exposure',
      'background.clutter',
      'sharpness.detail',
      ...GEOMETRY_CHECKS,
    ],
  },
  {
    name: 'wall vignette',
    check: 'background.evenness',
    direction: 1,
    truth: createSteps(0, 36),
    draw: vignette => ({ wall: { vignette }, noise: CAMERA_NOISE }),
    unaffectedChecks: [
      'lighting.balance',
      'lighting.exposure',
      'background.clutter',
      'sharpness.detail',
      ...GEOMETRY_CHECKS,
    ],
  },
  {
    name: 'door strip',
    check: 'background.clutter',
    direction: 1,
    truth: createSteps(0, 0.16),
    draw: strip => ({ wall: { strip }, noise: CAMERA_NOISE }),
    unaffectedChecks: ['lighting.balance', 'lighting.exposure', 'sharpness.detail', ...GEOMETRY_CHECKS],
  },
  {
    name: 'blur',
    check: 'sharpness.detail',
    direction: -1,
    truth: createSteps(0, 3.2),
    draw: blur => ({ blur, noise: CAMERA_NOISE }),
    unaffectedChecks: [
      'lighting.balance',
      'lighting.exposure',
      'background.colour',
      'background.evenness',
      'background.clutter',
      ...GEOMETRY_CHECKS,
    ],
  },
]

/** Ten skin tones under the same light: no verdict may change. With and without a defect, to test both outcomes. */
export const SKIN_TONE_SERIES: readonly {
  readonly name: string
  readonly draw: (skinTone: number) => PortraitOptions
}[] = [
  { name: 'faultless', draw: skinTone => ({ skinTone, noise: CAMERA_NOISE }) },
  {
    name: 'side light 2.5:1',
    // Darker by as much as the bright side gains, so that no skin clips.
    draw: skinTone => ({ skinTone, light: { balance: 2.5, stops: -1.3 }, noise: CAMERA_NOISE }),
  },
  {
    name: 'ears covered',
    draw: skinTone => ({ skinTone, hair: 'long', earsCovered: { left: 1, right: 1 }, noise: CAMERA_NOISE }),
  },
  { name: 'clear glasses', draw: skinTone => ({ skinTone, glasses: { kind: 'clear' }, noise: CAMERA_NOISE }) },
  { name: 'mouth open', draw: skinTone => ({ skinTone, mouthGap: 0.2, noise: CAMERA_NOISE }) },
]

/** The same picture at other sizes: sharpness must not change. */
export const SIZE_FACTORS = [0.7, 0.8, 0.9, 1, 1.1, 1.2, 1.3] as const
