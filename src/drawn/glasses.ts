import { BASE_HEAD, type PortraitOptions } from './options'

/** Two lenses, a bridge and temples. A tinted lens darkens what lies behind it; glare is a pale patch on each lens. */
export function drawGlasses({ glasses }: PortraitOptions): string {
  if (!glasses) return ''
  const { kind, rim = 3.4, colour = '#22201f', glare = 0 } = glasses
  const lens = (side: 1 | -1): string => {
    const cx = 240 + side * BASE_HEAD.pupil
    const shape = `<rect x="${cx - 38}" y="${BASE_HEAD.eyeLine - 24}" width="76" height="56" rx="20"`
    const shine =
      glare > 0
        ? `<ellipse cx="${cx - 4}" cy="${BASE_HEAD.eyeLine}" rx="${38 * Math.sqrt(glare)}" ` +
          `ry="${28 * Math.sqrt(glare)}" fill="#fdfdff" opacity="0.96"/>`
        : ''
    return `${shape} fill="${kind === 'tinted' ? '#15161a' : '#dfeaf2'}"
      fill-opacity="${kind === 'tinted' ? 0.82 : 0.05}" stroke="${colour}" stroke-width="${rim}"/>${shine}
      <path d="M${cx + side * 38},${BASE_HEAD.eyeLine - 8} L${240 + side * 122},${BASE_HEAD.eyeLine - 6}"
        stroke="${colour}" stroke-width="${rim}" fill="none"/>`
  }
  return (
    `${lens(1)}${lens(-1)}<path d="M227,${BASE_HEAD.eyeLine - 5} Q240,${BASE_HEAD.eyeLine - 14} ` +
    `253,${BASE_HEAD.eyeLine - 5}" stroke="${colour}" stroke-width="${rim}" fill="none"/>`
  )
}
