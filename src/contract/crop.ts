import type { Rect } from './space'

/** Where the head stands in the crop, in the 480x640 clause frame (px there). */
export interface Composition {
  /** Top of the hair, buns included, to the top edge. null where the hair leaves the photo or no mask was made. */
  readonly headTop: number | null
  /** Midpoint of the pupils to the top edge. */
  readonly eyeLine: number
  /** Cheek to cheek. */
  readonly faceWidth: number
  /** Middle of the face to the middle of the frame, > 0 when it stands too far right in the picture. */
  readonly centre: number
}

/** What a photo lacks for a crop that the profile takes. */
export interface CropShortage {
  /**
   * Source pixels that would have to be added beyond each side; null where no room would help. `topAtLeast`: the hair
   * leaves the photo, so that nobody can tell how much more is missing above.
   */
  readonly room: {
    readonly top: number
    readonly right: number
    readonly bottom: number
    readonly left: number
    readonly topAtLeast: boolean
  } | null
  /** The largest crop within the limits where it has fewer pixels than the profile asks for, else null. */
  readonly pixels: {
    readonly width: number
    readonly height: number
    readonly minWidth: number
    readonly minHeight: number
  } | null
  /** The hair stands so high above the eyes that no crop of any photo like this could meet the limits. */
  readonly hairTooHigh: boolean
}

export interface CropPlan {
  /** Source pixels, whole numbers, exactly the profile's ratio. */
  readonly crop: Rect
  readonly outputWidth: number
  readonly outputHeight: number
  readonly composition: Composition
  /**
   * True where every geometry limit of the profile is met and the output is large enough: the crop that `produce`
   * would cut.
   */
  readonly feasible: boolean
  /**
   * Why not: the composition cannot be met in this photo, or only below the least number of pixels. null when feasible.
   */
  readonly obstacle: 'no-crop' | 'too-small' | null
  /** The crop is the whole photo: nothing is left to cut. */
  readonly wholePhoto: boolean
}
