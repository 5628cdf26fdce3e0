import type { Face } from '../contract/scene'
import type { Rect } from '../contract/space'

const RIGHT_CHEEK = 234,
  LEFT_CHEEK = 454,
  CHIN = 152,
  NOSE_BRIDGE = 168

/**
 * The area around the head in whole source pixels: hair and chin, both ears with some background; clipped to the photo.
 * null if none of it is inside.
 */
export function findHeadRectangle(
  { landmarks }: Face,
  width: number,
  height: number,
): { rect: Rect; faceWidth: number } | null {
  const at = (index: number): { x: number; y: number } => ({ x: landmarks[3 * index]!, y: landmarks[3 * index + 1]! })
  const [right, left, chin, bridge] = [at(RIGHT_CHEEK), at(LEFT_CHEEK), at(CHIN), at(NOSE_BRIDGE)]
  const faceWidth = Math.hypot(left.x - right.x, left.y - right.y)
  const clip = (value: number, max: number): number => Math.max(0, Math.min(max, value))
  const x = clip(Math.floor(Math.min(right.x, left.x) - 0.45 * faceWidth), width)
  const y = clip(Math.floor(bridge.y - 1.35 * faceWidth), height)
  const rect = {
    x,
    y,
    width: clip(Math.ceil(Math.max(right.x, left.x) + 0.45 * faceWidth), width) - x,
    height: clip(Math.ceil(chin.y + 0.35 * faceWidth), height) - y,
  }
  return rect.width >= 8 && rect.height >= 8 ? { rect, faceWidth } : null
}
