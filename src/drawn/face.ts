import { darken, lighten, mixColours } from './colours'
import { BASE_HEAD, SKIN_TONES, type PortraitOptions } from './options'

const { eyeLine, pupil, mouthY, browY } = BASE_HEAD

export const getSkinColour = ({ skinTone = 3 }: PortraitOptions): string =>
  SKIN_TONES[Math.max(0, Math.min(9, Math.round(skinTone)))]!

/** Gradients that model head and neck: the middle catches the light, sides and jaw turn away. */
export function buildFaceGradients(options: PortraitOptions): string {
  const skin = getSkinColour(options)
  return `
    <radialGradient id="face" cx="0.5" cy="0.42" r="0.62">
      <stop offset="0" stop-color="${lighten(skin, 0.06)}"/>
      <stop offset="0.62" stop-color="${skin}"/>
      <stop offset="1" stop-color="${darken(skin, 0.2)}"/>
    </radialGradient>
    <linearGradient id="neck" x1="0" y1="0" x2="0" y2="1">
      <stop offset="0" stop-color="${darken(skin, 0.34)}"/>
      <stop offset="0.7" stop-color="${darken(skin, 0.12)}"/>
    </linearGradient>
    <radialGradient id="ear" cx="0.5" cy="0.5" r="0.6">
      <stop offset="0" stop-color="${darken(mixColours(skin, '#c05040', 0.12), 0.1)}"/>
      <stop offset="1" stop-color="${darken(skin, 0.1)}"/>
    </radialGradient>
    <radialGradient id="blush">
      <stop offset="0" stop-color="#d8604a" stop-opacity="0.16"/>
      <stop offset="1" stop-color="#d8604a" stop-opacity="0"/>
    </radialGradient>
    <radialGradient id="socket">
      <stop offset="0" stop-color="${darken(skin, 0.5)}" stop-opacity="0.34"/>
      <stop offset="1" stop-color="${darken(skin, 0.5)}" stop-opacity="0"/>
    </radialGradient>
    <linearGradient id="nose" x1="0" y1="0" x2="1" y2="0">
      <stop offset="0" stop-color="${darken(skin, 0.45)}" stop-opacity="0.3"/>
      <stop offset="0.5" stop-color="${lighten(skin, 0.3)}" stop-opacity="0.4"/>
      <stop offset="1" stop-color="${darken(skin, 0.45)}" stop-opacity="0.3"/>
    </linearGradient>
    <linearGradient id="lip" x1="0" y1="0" x2="0" y2="1">
      <stop offset="0" stop-color="${darken(mixColours(skin, '#b03a44', 0.5), 0.18)}"/>
      <stop offset="1" stop-color="${mixColours(skin, '#c05058', 0.5)}"/>
    </linearGradient>
    <filter id="soft" x="-50%" y="-50%" width="200%" height="200%"><feGaussianBlur stdDeviation="3"/></filter>`
}

export function drawEars(options: PortraitOptions): string {
  const line = darken(getSkinColour(options), 0.38)
  const ear = (side: 1 | -1): string => `<g transform="translate(${240 + side * 119} 268) scale(${side} 1) rotate(8)">
    <path d="M-6,-30 C4,-40 20,-36 21,-20 C22,-6 15,2 13,14 C11,28 2,36 -6,30 Z" fill="url(#ear)" stroke="${line}"
      stroke-width="1"/>
    <path d="M2,-24 C12,-28 15,-18 12,-8 C9,2 8,8 5,16" fill="none" stroke="${line}" stroke-width="1.6"
      opacity="0.6"/></g>`
  return ear(1) + ear(-1)
}

export function drawHead(): string {
  return `<path d="M196,360 L196,436 C214,462 266,462 284,436 L284,360 Z" fill="url(#neck)"/>
    <path d="M240,112 C312,112 359,164 359,236 C359,262 357,284 351,306 C342,342 318,372 284,390 C268,399 254,402
      240,402 C226,402 212,399 196,390 C162,372 138,342 129,306 C123,284 121,262 121,236 C121,164 168,112 240,112 Z"
      fill="url(#face)"/>`
}

/** Brows, eyes, nose and lips; `yaw` shifts them over the head. */
export function drawFeatures(options: PortraitOptions): string {
  const skin = getSkinColour(options)
  const shade = darken(skin, 0.5)
  return `<ellipse cx="176" cy="312" rx="34" ry="26" fill="url(#blush)"/>
    <ellipse cx="304" cy="312" rx="34" ry="26" fill="url(#blush)"/>
    ${[-1, 1].map(side => drawBrow(side as 1 | -1, options) + drawEye(side as 1 | -1, options)).join('')}
    <path d="M229,${eyeLine - 14} C226,284 222,298 219,308 L261,308 C258,298 254,284 251,${eyeLine - 14} Z"
      fill="url(#nose)" filter="url(#soft)"/>
    <path d="M217,308 C217,300 224,298 227,304 M263,308 C263,300 256,298 253,304" fill="none" stroke="${shade}"
      stroke-width="1.6" opacity="0.55"/>
    <path d="M222,313 C226,308 232,312 240,316 C248,312 254,308 258,313" fill="none" stroke="${shade}"
      stroke-width="2.6" opacity="0.7" stroke-linecap="round"/>
    <ellipse cx="240" cy="324" rx="5" ry="8" fill="${shade}" opacity="0.1"/>
    ${drawMouth(options)}
    <path d="M218,366 C232,371 248,371 262,366" fill="none" stroke="${shade}" stroke-width="3" opacity="0.18"
      filter="url(#soft)"/>`
}

function drawBrow(side: 1 | -1, { hairColour = '#1c1614' }: PortraitOptions): string {
  const x = (offset: number): number => 240 + side * offset
  const colour = mixColours(hairColour, '#2a1c14', 0.4)
  return (
    `<path d="M${x(24)},${browY + 5} C${x(40)},${browY - 6} ${x(62)},${browY - 8} ${x(82)},${browY + 3} ` +
    `C${x(64)},${browY} ${x(44)},${browY + 2} ${x(25)},${browY + 10} Z" fill="${colour}" opacity="0.9"/>`
  )
}

function drawEye(side: 1 | -1, { eyesOpen = 1, gaze = 0, hairColour = '#1c1614' }: PortraitOptions): string {
  const cx = 240 + side * pupil
  const half = 24
  const up = 10.5 * eyesOpen
  const down = 7.5 * eyesOpen
  const lids =
    `M${cx - half},${eyeLine + 2} C${cx - 12},${eyeLine - up - 2} ${cx + 12},${eyeLine - up - 2} ` +
    `${cx + half},${eyeLine + 1} C${cx + 12},${eyeLine + down + 2} ${cx - 12},${eyeLine + down + 2} ` +
    `${cx - half},${eyeLine + 2} Z`
  const id = side < 0 ? 'lids-r' : 'lids-l'
  const iris = cx + gaze * 2 * half
  const lash = mixColours(hairColour, '#000000', 0.3)
  const open =
    eyesOpen > 0.15
      ? `<clipPath id="${id}"><path d="${lids}"/></clipPath><path d="${lids}" fill="#d6d1cd"/>
    <g clip-path="url(#${id})">
      <circle cx="${iris}" cy="${eyeLine}" r="10.6" fill="#3a2416"/>
      <circle cx="${iris}" cy="${eyeLine}" r="8" fill="#54351f"/>
      <circle cx="${iris}" cy="${eyeLine}" r="4.6" fill="#0c0806"/>
      <circle cx="${iris - 3}" cy="${eyeLine - 4}" r="1.8" fill="#fff" opacity="0.9"/>
    <path d="M${cx - half},${eyeLine - 6} h${2 * half} v5 h-${2 * half} Z" fill="#000" opacity="0.12"/></g>`
      : ''
  return `<ellipse cx="${cx}" cy="${eyeLine - 4}" rx="36" ry="22" fill="url(#socket)"/>${open}
    <path d="M${cx - half - 1},${eyeLine + 3} C${cx - 12},${eyeLine - up - 3} ${cx + 12},${eyeLine - up - 3}
      ${cx + half + 1},${eyeLine + 2}" fill="none" stroke="${lash}" stroke-width="2.6" stroke-linecap="round"/>
    <path d="M${cx - half + 2},${eyeLine - up - 2} C${cx - 10},${eyeLine - up - 8} ${cx + 10},${eyeLine - up - 8}
      ${cx + half - 2},${eyeLine - up - 2}" fill="none" stroke="${lash}" stroke-width="1" opacity="0.35"/>
    <path d="M${cx - half + 3},${eyeLine + 5} C${cx - 10},${eyeLine + down + 3} ${cx + 10},${eyeLine + down + 3}
      ${cx + half - 3},${eyeLine + 4}" fill="none" stroke="${lash}" stroke-width="0.9" opacity="0.4"/>`
}

const MOUTH_HALF_WIDTH = 37

function drawMouth(options: PortraitOptions): string {
  const { mouthGap = 0 } = options
  const gap = mouthGap * 2 * MOUTH_HALF_WIDTH
  const [left, right, upper, lower] = [
    240 - MOUTH_HALF_WIDTH,
    240 + MOUTH_HALF_WIDTH,
    mouthY - gap / 2,
    mouthY + gap / 2,
  ]
  const teeth =
    mouthGap >= 0.08
      ? `<path d="M${left + 11},${mouthY - 1} Q240,${upper - gap * 0.15} ${right - 11},${mouthY - 1}
      Q240,${mouthY + gap * 0.12} ${left + 11},${mouthY - 1} Z" fill="#f4f1ea"/>`
      : ''
  const inside =
    gap > 1
      ? `<path d="M${left + 4},${mouthY} Q240,${upper - gap * 0.25} ${right - 4},${mouthY} Q240,${lower + gap * 0.25}
        ${left + 4},${mouthY} Z" fill="#3a1214"/>
    ${teeth}`
      : ''
  const closedLine =
    gap > 1
      ? ''
      : `<path d="M${left},${mouthY} Q240,${mouthY + 1} ${right},${mouthY}" fill="none"
      stroke="${darken(getSkinColour(options), 0.66)}" stroke-width="1.8" stroke-linecap="round"/>`
  return `<path d="M${left},${mouthY} C${left + 14},${upper - 9} 228,${upper - 12} 240,${upper - 7} C252,${upper - 12}
    ${right - 14},${upper - 9} ${right},${mouthY} Q240,${upper + 1} ${left},${mouthY} Z" fill="url(#lip)"/>
    <path d="M${left},${mouthY} Q240,${lower - 1} ${right},${mouthY} C${right - 18},${lower + 15}
      ${left + 18},${lower + 15} ${left},${mouthY} Z" fill="url(#lip)"/>${inside}
    ${closedLine}`
}
