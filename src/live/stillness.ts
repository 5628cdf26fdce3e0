import type { Face } from '../contract/scene'
import { distance, eyeMidpoint, interEyeDistance } from '../lib/landmarks'

/**
 * Milliseconds over which movement is taken: landmarks alone tremble by about a hundredth of the inter-eye distance
 * from frame to frame.
 */
const MOVEMENT_WINDOW_MS = 250
/**
 * Inter-eye distances a second. In 1/30 s that is less than one pixel of the clause's 480x640 frame, where the eyes
 * are about 105 px apart.
 */
const MAX_SPEED = 0.25

/** Whether the head keeps still, from the eyes' middle. Times in milliseconds on any steady clock. */
export class Stillness {
  private readonly path: { readonly x: number; readonly y: number; readonly at: number }[] = []

  update(face: Face | null, now: number): boolean {
    if (!face) {
      this.path.length = 0
      return false
    }
    const here = { ...eyeMidpoint(face), at: now }
    while (this.path.length > 1 && now - this.path[1]!.at >= MOVEMENT_WINDOW_MS) this.path.shift()
    const before = this.path[0]
    this.path.push(here)
    if (!before || now - before.at < MOVEMENT_WINDOW_MS) return false
    return distance(before, here) / interEyeDistance(face) / ((now - before.at) / 1000) <= MAX_SPEED
  }
}

/** Degrees and inter-eye distances by which a head may differ from where it was when its pixels were looked at. */
const MAX_TURN_DEG = 8
const MAX_SHIFT = 0.3

/** Whether the head is no longer as it was: what pixels told of it then is not about now. */
export function hasMoved(then: Face, now: Face): boolean {
  const turn = Math.max(
    Math.abs(then.pose.yaw - now.pose.yaw),
    Math.abs(then.pose.pitch - now.pose.pitch),
    Math.abs(then.pose.roll - now.pose.roll),
  )
  return turn > MAX_TURN_DEG || distance(eyeMidpoint(then), eyeMidpoint(now)) > MAX_SHIFT * interEyeDistance(now)
}
