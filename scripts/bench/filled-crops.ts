import { PART_CROPS } from '../../src/lib/part-crops'

interface Crop {
  readonly width: number
  readonly height: number
  readonly data: Uint8ClampedArray<ArrayBuffer>
}
const createFilledCrop = ({ width, height }: { readonly width: number; readonly height: number }): Crop => ({
  width,
  height,
  data: Uint8ClampedArray.from({ length: 4 * width * height }, (_, i) => (i * 7919) % 251),
})

/** Crops of all parts of one face, for timing: their size is fixed, and their content does not affect the time. */
export const createFilledCrops = (): {
  ears: { left: Crop; right: Crop }
  brows: { left: Crop; right: Crop }
  eyes: Crop
  mouth: Crop
  crown: Crop
  face: Crop
} => ({
  ears: { left: createFilledCrop(PART_CROPS.ear), right: createFilledCrop(PART_CROPS.ear) },
  brows: { left: createFilledCrop(PART_CROPS.brow), right: createFilledCrop(PART_CROPS.brow) },
  eyes: createFilledCrop(PART_CROPS.eyes),
  mouth: createFilledCrop(PART_CROPS.mouth),
  crown: createFilledCrop(PART_CROPS.crown),
  face: createFilledCrop(PART_CROPS.face),
})
