/**
 * A face that no one owns. Lengths are px of the 480x640 clause frame unless said otherwise; left and right are the
 * subject's own.
 */
export interface PortraitOptions {
  /** Size of the picture in px. */
  readonly width?: number
  readonly height?: number
  readonly framing?: { readonly eyeLine?: number; readonly faceWidth?: number; readonly centre?: number }
  /** 0 (lightest) to 9 (darkest). */
  readonly skinTone?: number
  readonly hair?: 'short' | 'bun' | 'long' | 'bald'
  readonly hairColour?: string
  /** Share of each ear that hair covers. */
  readonly earsCovered?: { readonly left?: number; readonly right?: number }
  /** Share of each brow that a fringe covers. */
  readonly fringe?: { readonly left?: number; readonly right?: number }
  readonly glasses?: {
    readonly kind: 'clear' | 'tinted'
    readonly rim?: number
    readonly colour?: string
    readonly glare?: number
  }
  readonly headwear?: 'none' | 'cap'
  /** Inner lip gap over mouth width; from 0.08 on teeth show. */
  readonly mouthGap?: number
  /** 1 open, 0 closed. */
  readonly eyesOpen?: number
  /** Irises off the middle, share of the eye's width, > 0 to the picture's right. */
  readonly gaze?: number
  /** Degrees, signs as in Pose. Yaw is drawn as a shift of the features over the head. */
  readonly roll?: number
  readonly yaw?: number
  /** Degrees, > 0: the subject's left shoulder is lower. */
  readonly shoulderSlope?: number
  readonly clothes?: string
  readonly mask?: boolean
  readonly light?: {
    /** Luminance (linear) of the subject's right cheek over the left one's; 1 is even. */
    readonly balance?: number
    /** Exposure in stops; 0 as drawn. */
    readonly stops?: number
    /** Radius of a specular highlight on the forehead; 0 none. */
    readonly highlight?: number
  }
  readonly wall?: {
    readonly colour?: string
    /** CIE L* from one side to the other. */
    readonly gradient?: number
    /** CIE L* from the middle to the corners. */
    readonly vignette?: number
    /** Share of the picture's width that a dark door takes at its left edge. */
    readonly strip?: number
    /** Offset of the head's shadow on the wall; 0 none. */
    readonly shadow?: number
  }
  /** Standard deviation of a Gaussian blur over the finished picture. */
  readonly blur?: number
  /** Standard deviation of grain, 8-bit levels. */
  readonly noise?: number
  readonly seed?: number
}

/** Monk Skin Tone Scale (Google, 2022), light to dark. */
export const SKIN_TONES = [
  '#f6ede4',
  '#f3e7db',
  '#f7ead0',
  '#eadaba',
  '#d7bd96',
  '#a07e56',
  '#825c43',
  '#604134',
  '#3a312a',
  '#292420',
] as const

/** The head as it is drawn, before framing moves it. */
export const BASE_HEAD = {
  eyeLine: 252,
  faceWidth: 236,
  centre: 240,
  hairTop: 82,
  chin: 398,
  pupil: 51,
  mouthY: 344,
  browY: 222,
} as const
