/** '#rrggbb' mixed with another, `share` of the other; plain byte mixing, as a painter would. */
export function mix(colour: string, other: string, share: number): string {
  const channel = (hex: string, at: number): number => Number.parseInt(hex.slice(at, at + 2), 16)
  return `#${[1, 3, 5]
    .map(at =>
      Math.round(channel(colour, at) * (1 - share) + channel(other, at) * share)
        .toString(16)
        .padStart(2, '0'),
    )
    .join('')}`
}
export const darker = (colour: string, share: number): string => mix(colour, '#1a0d08', share)
export const lighter = (colour: string, share: number): string => mix(colour, '#ffffff', share)
