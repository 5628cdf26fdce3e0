import type { Face } from '../contract/scene'
import { distance, eyeMidpoint, interEyeDistance } from '../lib/landmarks'

/** Time over which movement is measured: landmarks jitter by about 0.01 inter-eye distances from frame to frame. */
const MOVEMENT_WINDOW_MS = 250
/**
 * Inter-eye distances per second. In 1/30 s that is less than one pixel of the clause's 480x640 frame, where the eyes
 * are about 105 px apart.
 */
const MAX_SPEED = 0.25

/** Whether the head is still, judged by the midpoint of the eyes. Times in milliseconds of any monotonic clock. */
export class Stillness {
  private readonly path: { readonly x: number; readonly y: number; readonly at: number }[] = []

  update(face: Face | null, now: number): boolean {
    if (!face) {
      this.path.length = 0
      return false
    }
    const midpoint = { ...eyeMidpoint(face), at: now }
    while (this.path.length > 1 && now - this.path[1]!.at >= MOVEMENT_WINDOW_MS) this.path.shift()
    const before = this.path[0]
    this.path.push(midpoint)
    if (!before || now - before.at < MOVEMENT_WINDOW_MS) return false
    return distance(before, midpoint) / interEyeDistance(face) / ((now - before.at) / 1000) <= MAX_SPEED
  }
}

/** Degrees, and inter-eye distances, that the head may move before the last pixel analysis is outdated. */
const MAX_TURN_DEG = 8
const MAX_SHIFT = 0.3

/** Whether the head has moved so far that measurements of its earlier pixels no longer apply. */
export function hasMoved(then: Face, now: Face): boolean {
  const turn = Math.max(
    Math.abs(then.pose.yaw - now.pose.yaw),
    Math.abs(then.pose.pitch - now.pose.pitch),
    Math.abs(then.pose.roll - now.pose.roll),
  )
  return turn > MAX_TURN_DEG || distance(eyeMidpoint(then), eyeMidpoint(now)) > MAX_SHIFT * interEyeDistance(now)
}
