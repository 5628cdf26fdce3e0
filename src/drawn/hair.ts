import { lighten, mixColours } from './colours'
import { BASE_HEAD, type PortraitOptions } from './options'
import { createRandom } from './random'

const getHairColour = ({ hairColour = '#1c1614' }: PortraitOptions): string => hairColour

export function buildHairGradient(options: PortraitOptions): string {
  const hair = getHairColour(options)
  return (
    '<linearGradient id="hair" x1="0.3" y1="0" x2="0.7" y2="1"><stop offset="0" ' +
    `stop-color="${lighten(hair, 0.16)}"/><stop offset="0.45" stop-color="${hair}"/><stop offset="1" ` +
    `stop-color="${mixColours(hair, '#000000', 0.3)}"/></linearGradient>`
  )
}

/** What lies behind head and shoulders. */
export function drawHairBehind(options: PortraitOptions): string {
  if (options.hair === 'long')
    return (
      '<path d="M108,250 C98,140 168,80 240,80 C312,80 382,140 372,250 L384,470 C366,500 330,500 322,470 ' +
      'L158,470 C150,500 114,500 96,470 Z" fill="url(#hair)"/>'
    )
  return ''
}

/** The cap of hair on the head, a bun above it, sheets over the ears, a fringe over the brows. */
export function drawHairInFront(options: PortraitOptions): string {
  const { hair = 'short', earsCovered = {}, fringe = {}, headwear = 'none' } = options
  const parts: string[] = []
  if (hair === 'bun') parts.push('<ellipse cx="240" cy="74" rx="42" ry="36" fill="url(#hair)"/>')
  if (hair !== 'bald') {
    parts.push(
      `<path d="M119,246 C104,150 160,${BASE_HEAD.hairTop} 240,${BASE_HEAD.hairTop} C320,${BASE_HEAD.hairTop} ` +
        '376,150 361,246 C357,252 353,248 352,240 C350,200 338,176 318,164 C292,176 262,164 232,158 C204,160 172,166 ' +
        '156,182 C138,198 131,218 128,242 C127,250 122,252 119,246 Z" fill="url(#hair)"/>',
    )
    parts.push(drawStrands(options))
  }
  parts.push(
    drawHairOverEar(1, earsCovered.left ?? (hair === 'long' ? 1 : 0)),
    drawHairOverEar(-1, earsCovered.right ?? (hair === 'long' ? 1 : 0)),
  )
  parts.push(drawFringe(1, fringe.left ?? 0, options), drawFringe(-1, fringe.right ?? 0, options))
  if (headwear === 'cap')
    parts.push(
      '<path d="M114,190 C112,110 170,62 240,62 C310,62 368,110 366,190 C330,168 286,160 240,160 C194,160 ' +
        '150,168 114,190 Z" fill="#27508c"/><path d="M120,184 C160,160 320,160 360,184 C352,204 320,188 ' +
        '240,188 C160,188 128,204 120,184 Z" fill="#1c3a68"/>',
    )
  return parts.join('')
}

function drawStrands(options: PortraitOptions): string {
  const next = createRandom(7)
  const light = lighten(getHairColour(options), 0.2)
  return Array.from({ length: 26 }, () => {
    const x = 150 + 180 * next()
    return (
      `<path d="M${x.toFixed(1)},${(100 + 22 * next()).toFixed(1)} q${(20 * (next() - 0.5)).toFixed(1)},22 ` +
      `${(46 * (next() - 0.5)).toFixed(1)},44" fill="none" stroke="${light}" stroke-width="0.8" ` +
      'opacity="0.22"/>'
    )
  }).join('')
}

/** A sheet of hair beside the face, down over `share` of the ear. */
function drawHairOverEar(side: 1 | -1, share: number): string {
  if (share <= 0) return ''
  const x = (offset: number): number => 240 + side * offset
  const bottom = 232 + 82 * Math.min(1, share)
  return (
    `<path d="M${x(104)},190 C${x(118)},190 ${x(140)},196 ${x(147)},232 L${x(148)},${bottom} ` +
    `C${x(136)},${bottom + 8} ${x(118)},${bottom + 6} ${x(108)},${bottom} C${x(112)},250 ${x(112)},220 ` +
    `${x(104)},190 Z" fill="url(#hair)"/>`
  )
}

/** Locks from the hairline down over `share` of the brow, beginning at its outer end. */
function drawFringe(side: 1 | -1, share: number, options: PortraitOptions): string {
  if (share <= 0) return ''
  const next = createRandom((options.seed ?? 1) + side)
  const count = Math.max(1, Math.round(14 * share))
  return Array.from({ length: count }, (_, i) => {
    const from = 86 - (66 * Math.min(1, share) * (i + 0.5)) / count
    const x = 240 + side * from
    const sway = side * (4 * next() - 2)
    const width = (66 * Math.min(1, share)) / count + 2
    return (
      `<path d="M${x - width / 2},150 C${x - width / 2 + sway},185 ${x - width / 2},205 ` +
      `${x + sway},${238 + 8 * next()} C${x + width / 2},205 ${x + width / 2 + sway},185 ` +
      `${x + width / 2},150 Z" fill="url(#hair)"/>`
    )
  }).join('')
}
