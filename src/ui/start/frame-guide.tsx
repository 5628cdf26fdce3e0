import type { JSX } from 'preact'
import { CLAUSE_FRAME } from '../../contract/space'
import type { Profile } from '../../contract/profile'
import type { Limit } from '../../contract/limit'
import { profile } from '../../state/store'
import { buildFigure } from '../common/figure'
import { getPageText } from '../text'

const { width: FRAME_WIDTH, height: FRAME_HEIGHT } = CLAUSE_FRAME

/** The framing that the profile asks for, drawn to its own numbers. */
export function FrameGuide({ of = profile.value }: { of?: Profile }): JSX.Element | null {
  const text = getPageText()
  const figure = buildFigure(of)
  if (!figure) return null
  const { headTop, eyeLine, faceWidth, top, eyes, halfFaceWidth } = figure
  const range = ({ min, max }: Limit): string => `${min ?? '–'}–${max ?? '–'}`
  const band = (limit: Limit): JSX.Element => (
    <rect class="band" x="0" y={limit.min ?? 0} width={FRAME_WIDTH} height={(limit.max ?? 0) - (limit.min ?? 0)} />
  )
  const side = (limit: Limit, sign: 1 | -1): JSX.Element => {
    const inner = (limit.min ?? 0) / 2,
      outer = (limit.max ?? 0) / 2
    return (
      <rect
        class="band"
        x={sign > 0 ? FRAME_WIDTH / 2 + inner : FRAME_WIDTH / 2 - outer}
        y={eyes + 90}
        width={outer - inner}
        height="60"
      />
    )
  }
  return (
    <figure class="guide">
      <svg viewBox={`0 0 ${FRAME_WIDTH} ${FRAME_HEIGHT}`} role="img" aria-label={text.frameTitle}>
        <rect class="wall" width={FRAME_WIDTH} height={FRAME_HEIGHT} />
        <path class="shoulders" d={figure.shoulders} />
        <rect class="neck" x={FRAME_WIDTH / 2 - 46} y={eyes + 140} width="92" height="120" rx="40" />
        <ellipse class="ear" cx={FRAME_WIDTH / 2 - halfFaceWidth - 4} cy={eyes + 24} rx="16" ry="34" />
        <ellipse class="ear" cx={FRAME_WIDTH / 2 + halfFaceWidth + 4} cy={eyes + 24} rx="16" ry="34" />
        <path class="hair" d={figure.hair} />
        <path class="head" d={figure.head} />
        {band(headTop)}
        {band(eyeLine)}
        {side(faceWidth, -1)}
        {side(faceWidth, 1)}
        <path
          class="rule"
          d={`M0 ${top}H${FRAME_WIDTH}M0 ${eyes}H${FRAME_WIDTH}M${FRAME_WIDTH / 2 - halfFaceWidth} ${eyes + 120}H${FRAME_WIDTH / 2 + halfFaceWidth}`}
        />
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
