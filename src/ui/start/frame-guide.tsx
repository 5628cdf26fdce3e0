import type { JSX } from 'preact'
import { CLAUSE_FRAME } from '../../contract/space'
import type { Profile } from '../../contract/profile'
import type { Limit } from '../../contract/limit'
import { profile } from '../../state/store'
import { figureOf } from '../common/figure'
import { words } from '../text'

const { width: W, height: H } = CLAUSE_FRAME

/** The framing that the profile asks for, drawn to its own numbers. */
export function FrameGuide({ of = profile.value }: { of?: Profile }): JSX.Element | null {
  const text = words()
  const figure = figureOf(of)
  if (!figure) return null
  const { headTop, eyeLine, faceWidth, top, eyes, half } = figure
  const range = ({ min, max }: Limit): string => `${min ?? '–'}–${max ?? '–'}`
  const band = (limit: Limit): JSX.Element => (
    <rect class="band" x="0" y={limit.min ?? 0} width={W} height={(limit.max ?? 0) - (limit.min ?? 0)} />
  )
  const side = (limit: Limit, sign: 1 | -1): JSX.Element => {
    const inner = (limit.min ?? 0) / 2,
      outer = (limit.max ?? 0) / 2
    return (
      <rect class="band" x={sign > 0 ? W / 2 + inner : W / 2 - outer} y={eyes + 90} width={outer - inner} height="60" />
    )
  }
  return (
    <figure class="guide">
      <svg viewBox={`0 0 ${W} ${H}`} role="img" aria-label={text.frameTitle}>
        <rect class="wall" width={W} height={H} />
        <path class="shoulders" d={figure.shoulders} />
        <rect class="neck" x={W / 2 - 46} y={eyes + 140} width="92" height="120" rx="40" />
        <ellipse class="ear" cx={W / 2 - half - 4} cy={eyes + 24} rx="16" ry="34" />
        <ellipse class="ear" cx={W / 2 + half + 4} cy={eyes + 24} rx="16" ry="34" />
        <path class="hair" d={figure.hair} />
        <path class="head" d={figure.head} />
        {band(headTop)}
        {band(eyeLine)}
        {side(faceWidth, -1)}
        {side(faceWidth, 1)}
        <path class="rule" d={`M0 ${top}H${W}M0 ${eyes}H${W}M${W / 2 - half} ${eyes + 120}H${W / 2 + half}`} />
      </svg>
      <figcaption>
        <strong>{text.frameTitle}</strong>
        <dl>
          <div>
            <dt>{text.frameHeadTop}</dt>
            <dd>{range(headTop)}</dd>
          </div>
          <div>
            <dt>{text.frameEyes}</dt>
            <dd>{range(eyeLine)}</dd>
          </div>
          <div>
            <dt>{text.frameWidth}</dt>
            <dd>{range(faceWidth)}</dd>
          </div>
        </dl>
        <span class="quiet">{text.frameUnit}</span>
      </figcaption>
    </figure>
  )
}
