import type { JSX } from 'preact'
import type { Check } from '../../contract/report'
import { locale, profile } from '../../state/store'
import { nameColour } from '../../text/colour-name'
import { getPageText } from '../text'

/** The colours asked for beside the one that was measured, shown and named; nothing for checks of no colour. */
export function ColourSwatches({ check }: { check: Check }): JSX.Element | null {
  const { result: text } = getPageText()
  const wanted = profile.value.checks[check.id]?.references ?? []
  if (check.colour === undefined || !wanted.length) return null
  return (
    <span class="swatches">
      <span class="swatch-word">{text.wantedColour}</span>
      {wanted.map(hex => (
        <Swatch key={hex} hex={hex} />
      ))}
      <span class="swatch-word">{text.foundColour}</span>
      <Swatch hex={check.colour} />
    </span>
  )
}

const Swatch = ({ hex }: { hex: string }): JSX.Element => (
  <span class="swatch">
    <span class="swatch-colour" style={{ '--swatch': hex }} />
    {nameColour(hex, locale.value)}
  </span>
)
