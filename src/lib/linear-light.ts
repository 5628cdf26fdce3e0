/** sRGB byte -> linear light 0..1 (IEC 61966-2-1). */
export const LINEAR_BY_BYTE = Float32Array.from({ length: 256 }, (_, byte) => {
  const value = byte / 255
  return value <= 0.04045 ? value / 12.92 : ((value + 0.055) / 1.055) ** 2.4
})

/** Table steps for the square root of linear light; the root gives enough resolution in the dark range. */
export const ROOT_STEPS = 8192
/** Square root of linear light in ROOT_STEPS steps -> sRGB byte. */
export const BYTE_BY_ROOT = Uint8Array.from({ length: ROOT_STEPS + 1 }, (_, step) => {
  const linear = (step / ROOT_STEPS) ** 2
  return Math.round(255 * (linear <= 0.0031308 ? 12.92 * linear : 1.055 * linear ** (1 / 2.4) - 0.055))
})

/** Linear light (clamped to 0..1) -> sRGB byte. */
export function toSrgbByte(linear: number): number {
  return linear <= 0 ? 0 : linear >= 1 ? 255 : BYTE_BY_ROOT[(Math.sqrt(linear) * ROOT_STEPS + 0.5) | 0]!
}
