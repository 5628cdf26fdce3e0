/**
 * Which of the 478 landmarks each refined region of the attention mesh replaces: MediaPipe's published mapping
 * (landmarks_refinement_calculator's lips, left and right eye lists; 'left' is left in the picture).
 */
const LIPS = [
  61, 146, 91, 181, 84, 17, 314, 405, 321, 375, 291, 185, 40, 39, 37, 0, 267, 269, 270, 409, 78, 95, 88, 178, 87, 14,
  317, 402, 318, 324, 308, 191, 80, 81, 82, 13, 312, 311, 310, 415, 76, 77, 90, 180, 85, 16, 315, 404, 320, 307, 306,
  184, 74, 73, 72, 11, 302, 303, 304, 408, 62, 96, 89, 179, 86, 15, 316, 403, 319, 325, 292, 183, 42, 41, 38, 12, 268,
  271, 272, 407,
]
const LEFT_EYE = [
  33, 7, 163, 144, 145, 153, 154, 155, 133, 246, 161, 160, 159, 158, 157, 173, 130, 25, 110, 24, 23, 22, 26, 112, 243,
  247, 30, 29, 27, 28, 56, 190, 226, 31, 228, 229, 230, 231, 232, 233, 244, 113, 225, 224, 223, 222, 221, 189, 35, 124,
  46, 53, 52, 65, 143, 111, 117, 118, 119, 120, 121, 128, 245, 156, 70, 63, 105, 66, 107, 55, 193,
]
const RIGHT_EYE = [
  263, 249, 390, 373, 374, 380, 381, 382, 362, 466, 388, 387, 386, 385, 384, 398, 359, 255, 339, 254, 253, 252, 256,
  341, 463, 467, 260, 259, 257, 258, 286, 414, 446, 261, 448, 449, 450, 451, 452, 453, 464, 342, 445, 444, 443, 442,
  441, 413, 265, 353, 276, 283, 282, 295, 372, 340, 346, 347, 348, 349, 350, 357, 465, 383, 300, 293, 334, 296, 336,
  285, 417,
]

const MESH_POINTS = 468
const IRIS_POINTS = 5
/** Landmarks whose depth the irises get: the middle of each upper lid. */
const IRIS_DEPTH = [159, 386] as const

/** Outputs of the attention model in concatenation order; lengths along their last axis. */
export const REGIONS = [
  { name: 'output_mesh_identity', length: 1404 },
  { name: 'output_lips', length: 160 },
  { name: 'output_left_eye', length: 142 },
  { name: 'output_right_eye', length: 142 },
  { name: 'output_left_iris', length: 10 },
  { name: 'output_right_iris', length: 10 },
] as const
export const FACE_FLAG = 'conv_faceflag'

/**
 * For each of the 478 x 3 values, its index in the concatenated outputs: a refined landmark takes x and y from its
 * region and z from the mesh; 468-472 are the left iris, 473-477 the right one.
 */
export function buildGatherIndices(): number[] {
  const starts = REGIONS.map((_, i) => REGIONS.slice(0, i).reduce((sum, { length }) => sum + length, 0))
  const [mesh, lips, leftEye, rightEye, leftIris, rightIris] = starts as [
    number,
    number,
    number,
    number,
    number,
    number,
  ]
  const indices = Array.from({ length: 3 * MESH_POINTS }, (_, i) => mesh + i)
  const refine = (landmarks: readonly number[], start: number): void =>
    landmarks.forEach((landmark, i) => {
      indices[3 * landmark] = start + 2 * i
      indices[3 * landmark + 1] = start + 2 * i + 1
    })
  refine(LIPS, lips)
  refine(LEFT_EYE, leftEye)
  refine(RIGHT_EYE, rightEye)
  for (const [iris, start] of [leftIris, rightIris].entries()) {
    for (let i = 0; i < IRIS_POINTS; i++)
      indices.push(start + 2 * i, start + 2 * i + 1, mesh + 3 * IRIS_DEPTH[iris]! + 2)
  }
  return indices
}
