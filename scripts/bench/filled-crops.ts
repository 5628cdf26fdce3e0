import { PART_CROPS } from '../../src/lib/part-crops'

interface Crop {
  readonly width: number
  readonly height: number
  readonly data: Uint8ClampedArray<ArrayBuffer>
}
const filled = ({ width, height }: { readonly width: number; readonly height: number }): Crop => ({
  width,
  height,
  data: Uint8ClampedArray.from({ length: 4 * width * height }, (_, i) => (i * 7919) % 251),
})

/**
 * Crops of all parts of one face, for timing: they are of a fixed size, and what is in them does not change the time.
 */
export const filledCrops = (): {
  ears: { left: Crop; right: Crop }
  brows: { left: Crop; right: Crop }
  eyes: Crop
  mouth: Crop
  crown: Crop
} => ({
  ears: { left: filled(PART_CROPS.ear), right: filled(PART_CROPS.ear) },
  brows: { left: filled(PART_CROPS.brow), right: filled(PART_CROPS.brow) },
  eyes: filled(PART_CROPS.eyes),
  mouth: filled(PART_CROPS.mouth),
  crown: filled(PART_CROPS.crown),
})
