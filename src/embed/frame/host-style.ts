import { STYLES, type EmbedOptions, type Style } from '../../contract/embedding'

/** Minimum contrast for text (WCAG 2.2, 1.4.3). */
const MIN_CONTRAST_RATIO = 4.5

/**
 * Sets the host's colours and radius; if the colours lack contrast, none is used and a warning is logged for the web
 * team.
 */
export function applyStyle(style: EmbedOptions['style']): void {
  const { style: inlineStyle, dataset } = document.documentElement
  for (const name of [...STYLES, 'accent-ink']) inlineStyle.removeProperty(`--${name}`)
  delete dataset['ownColours']
  if (style.radius !== undefined) inlineStyle.setProperty('--radius', style.radius)
  const colours = (Object.keys(style) as Style[]).filter(name => name !== 'radius')
  // Lighter shades are derived with color-mix.
  if (!colours.length || !CSS.supports('color', 'color-mix(in srgb, red, blue)')) return
  for (const name of colours) inlineStyle.setProperty(`--${name}`, style[name]!)
  dataset['ownColours'] = ''
  const [accent, surface, ground, ink] = (['accent', 'surface', 'ground', 'ink'] as const).map(measureLuminance) as [
    number,
    number,
    number,
    number,
  ]
  const pairs = [
    ['ink', 'surface', ink, surface],
    ['ink', 'ground', ink, ground],
    ['accent', 'surface', accent, surface],
    ['accent', 'ground', accent, ground],
  ] as const
  const bad = pairs.find(([, , a, b]) => !(getContrastRatio(a, b) >= MIN_CONTRAST_RATIO))
  if (bad) {
    applyStyle(style.radius === undefined ? {} : { radius: style.radius })
    console.warn(
      `Zhaojian: the host's colours are left out: ${bad[0]} on ${bad[1]} has a contrast of ` +
        `${getContrastRatio(bad[2], bad[3]).toFixed(1)}, and text needs ${MIN_CONTRAST_RATIO}`,
    )
  } else inlineStyle.setProperty('--accent-ink', accent > 0.18 ? '#000' : '#fff')
}

const getContrastRatio = (a: number, b: number): number => (Math.max(a, b) + 0.05) / (Math.min(a, b) + 0.05)

/** Relative luminance, 0..1, of a token's current colour in any CSS notation; NaN if it is translucent. */
function measureLuminance(name: Style): number {
  const probe = document.body.appendChild(document.createElement('span'))
  probe.style.color = `var(--${name})`
  const canvas = document.createElement('canvas')
  canvas.width = canvas.height = 1
  const context = canvas.getContext('2d')!
  context.fillStyle = getComputedStyle(probe).color
  probe.remove()
  context.fillRect(0, 0, 1, 1)
  const [red, green, blue, alpha] = [...context.getImageData(0, 0, 1, 1).data]
    .map(level => level / 255)
    .map(level => (level <= 0.04045 ? level / 12.92 : ((level + 0.055) / 1.055) ** 2.4)) as [
    number,
    number,
    number,
    number,
  ]
  return alpha < 1 ? NaN : 0.2126 * red + 0.7152 * green + 0.0722 * blue
}
