import type { Pixels } from './pixels'

/** Parts of a face that the parts model looks at, each in a crop of its own. */
export type Part = 'ear' | 'brow' | 'eyes' | 'mouth' | 'crown' | 'face'

/** Subject's own. */
export type Side = 'left' | 'right'

/**
 * The crops of one face as the model takes them: RGB with the person mask as alpha, upright, those of the left side
 * mirrored.
 */
export interface PartCrops {
  readonly ears: Readonly<Record<Side, Pixels>>
  readonly brows: Readonly<Record<Side, Pixels>>
  readonly eyes: Pixels
  readonly mouth: Pixels
  readonly crown: Pixels
  readonly face: Pixels
}

/** Likelihoods 0..1 of places of a crop; the map spans the whole crop. */
export interface PartMap {
  readonly width: number
  readonly height: number
  readonly data: Float32Array
}

/** What the parts model saw of one face: likelihoods 0..1, before any threshold. */
export interface DetectedParts {
  /** Visible share; the box of the ear as shares of its crop, meaningless where none is visible. */
  readonly ears: Readonly<
    Record<
      Side,
      {
        readonly visible: number
        readonly box: { readonly left: number; readonly top: number; readonly right: number; readonly bottom: number }
      }
    >
  >
  /** Where hair or cloth lies. */
  readonly brows: Readonly<Record<Side, PartMap>>
  /** Glasses worn; tinted if worn; where a rim, where glare is, and where a rim crosses an eye. */
  readonly eyes: {
    readonly worn: number
    readonly tinted: number
    readonly rim: PartMap
    readonly glare: PartMap
    readonly crossing: PartMap
  }
  /** Mouth open, or teeth seen. */
  readonly mouth: { readonly open: number }
  /** A covering of the head worn, and where. */
  readonly crown: { readonly worn: number; readonly cloth: PartMap }
  /** Something over the face (mask, hand, cup, …), and where. */
  readonly face: { readonly covered: number; readonly cover: PartMap }
}
