import type { JSX } from 'preact'
import { CLAUSE_FRAME } from '../../contract/space'
import type { Profile } from '../../contract/profile'
import type { Limit } from '../../contract/limit'
import { profile } from '../../state/store'
import { buildFigure, type Figure } from '../common/figure'
import { getPageText } from '../text'

const { width: FRAME_WIDTH, height: FRAME_HEIGHT } = CLAUSE_FRAME

const MIDDLE = FRAME_WIDTH / 2

/** The profile's required framing, drawn from its limits. */
export function FrameGuide({ of = profile.value }: { of?: Profile }): JSX.Element | null {
  const text = getPageText()
  const figure = buildFigure(of)
  if (!figure) return null
  const range = ({ min, max }: Limit): string => `${min ?? '–'}–${max ?? '–'}`
  return (
    <figure class="guide">
      <Drawing figure={figure} wall={of.checks['background.colour']?.references?.[0]} />
      <figcaption>
        <strong>{text.frameTitle}</strong>
        <dl>
          <div>
            <dt>{text.frameHeadTop}</dt>
            <dd>{range(figure.headTop)}</dd>
          </div>
          <div>
            <dt>{text.frameEyes}</dt>
            <dd>{range(figure.eyeLine)}</dd>
          </div>
          <div>
            <dt>{text.frameWidth}</dt>
            <dd>{range(figure.faceWidth)}</dd>
          </div>
        </dl>
        <span class="quiet">{text.frameUnit}</span>
      </figcaption>
    </figure>
  )
}

/** `wall`: the first background that the profile takes, as #RRGGBB. */
function Drawing({ figure, wall }: { figure: Figure; wall: string | undefined }): JSX.Element {
  const { top, eyes, halfFaceWidth } = figure
  const [left, right] = [MIDDLE - halfFaceWidth, MIDDLE + halfFaceWidth]
  return (
    <svg viewBox={`0 0 ${FRAME_WIDTH} ${FRAME_HEIGHT}`} role="img" aria-label={getPageText().frameTitle}>
      <rect class="wall" fill={wall} width={FRAME_WIDTH} height={FRAME_HEIGHT} />
      <path class="shoulders" d={figure.shoulders} />
      <rect class="neck" x={MIDDLE - 46} y={eyes + 140} width="92" height="120" rx="40" />
      <ellipse class="ear" cx={left - 4} cy={eyes + 24} rx="16" ry="34" />
      <ellipse class="ear" cx={right + 4} cy={eyes + 24} rx="16" ry="34" />
      <path class="hair" d={figure.hair} />
      <path class="head" d={figure.head} />
      <AcrossBand limit={figure.headTop} />
      <AcrossBand limit={figure.eyeLine} />
      <SideBands limit={figure.faceWidth} y={eyes + 90} />
      <path class="rule" d={`M0 ${top}H${FRAME_WIDTH}M0 ${eyes}H${FRAME_WIDTH}M${left} ${eyes + 120}H${right}`} />
    </svg>
  )
}

/** The allowed band of a height, over the whole width. */
function AcrossBand({ limit: { min = 0, max = 0 } }: { limit: Limit }): JSX.Element {
  return <rect class="band" x="0" y={min} width={FRAME_WIDTH} height={max - min} />
}

/** The allowed bands for the cheeks on both sides of the middle. */
function SideBands({ limit: { min = 0, max = 0 }, y }: { limit: Limit; y: number }): JSX.Element {
  const band = { y, width: (max - min) / 2, height: '60' }
  return (
    <>
      <rect class="band" x={MIDDLE - max / 2} {...band} />
      <rect class="band" x={MIDDLE + min / 2} {...band} />
    </>
  )
}
