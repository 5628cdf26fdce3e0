import type { CropTarget } from '../../src/crop/plan'

/** A target whose every limit a usual portrait meets. */
export const target: CropTarget = {
  ratio: [3, 4],
  width: { min: 480, max: 1350 },
  height: { min: 640, max: 1700 },
  headTop: { min: 50, max: 110 },
  eyeLine: { min: 200, max: 300 },
  faceWidth: { min: 180, max: 300 },
  centre: { min: -24, max: 24 },
}
