import type { Check } from '../contract/report'

/**
 * How good one of several good frames is, for choosing between them: sharper, eyes wider open, straighter, calmer.
 * Each part is in
 * units of the range that its own limit leaves (see the rules), so that none outweighs the others.
 */
export function scoreFrame(checks: readonly Check[]): number {
  const value = (id: string, otherwise: number): number => {
    const found = checks.find(check => check.id === id)?.value
    return typeof found === 'number' ? found : otherwise
  }
  const turned = Math.hypot(value('pose.yaw', 10), value('pose.pitch', 10), value('pose.roll', 10)) / 10
  const eyes = Math.min(value('eyes.left', 0), value('eyes.right', 0)) / 0.3
  return (
    value('sharpness.detail', 1.3) / 0.3 +
    Math.min(1, eyes) -
    turned -
    value('gaze.offset', 0.14) / 0.14 -
    value('expression.departure', 0.7) / 0.7
  )
}
