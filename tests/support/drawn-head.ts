import type { Mask } from '../../src/contract/pixels'
import { LANDMARK_COUNT, type Face } from '../../src/contract/scene'
import type { CropInput } from '../../src/crop/plan'
import { POINT } from '../../src/lib/landmarks'

/** A head at (x, eyeY), `width` across the cheeks, its hair `above` face widths over the eyes. */
export function drawHead(
  photo: { width: number; height: number },
  head: { x: number; eyeY: number; width: number; above?: number },
  step = 10,
): CropInput {
  const landmarks = new Float32Array(3 * LANDMARK_COUNT)
  const put = (index: number, x: number, y: number): void => landmarks.set([x, y, 0], 3 * index)
  put(POINT.RIGHT_CHEEK, head.x - head.width / 2, head.eyeY + 0.2 * head.width)
  put(POINT.LEFT_CHEEK, head.x + head.width / 2, head.eyeY + 0.2 * head.width)
  put(POINT.RIGHT_IRIS, head.x - 0.22 * head.width, head.eyeY)
  put(POINT.LEFT_IRIS, head.x + 0.22 * head.width, head.eyeY)
  const face: Face = { landmarks, pose: { yaw: 0, pitch: 0, roll: 0 } }
  // A row every `step` px, so that the hair's top is found closely enough.
  const [w, h] = [Math.round(photo.width / step), Math.round(photo.height / step)]
  const top = head.eyeY - (head.above ?? 0.75) * head.width
  const person: Mask = {
    width: w,
    height: h,
    data: Uint8Array.from({ length: w * h }, (_, i) =>
      Math.abs((i % w) * step - head.x) < head.width / 2 && Math.floor(i / w) * step >= top ? 255 : 0,
    ),
  }
  return { ...photo, face, person }
}
