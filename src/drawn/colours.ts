/** '#rrggbb' mixed with another, `share` of the other; plain byte mixing, as a painter would. */
export function mixColours(colour: string, other: string, share: number): string {
  const channel = (hex: string, at: number): number => Number.parseInt(hex.slice(at, at + 2), 16)
  return `#${[1, 3, 5]
    .map(at =>
      Math.round(channel(colour, at) * (1 - share) + channel(other, at) * share)
        .toString(16)
        .padStart(2, '0'),
    )
    .join('')}`
}
export const darken = (colour: string, share: number): string => mixColours(colour, '#1a0d08', share)
export const lighten = (colour: string, share: number): string => mixColours(colour, '#ffffff', share)
