/**
 * Composites RGBA bytes on white, in place, as a canvas does; `premultiplied`: colours are multiplied by alpha already.
 */
export function layOnWhite(data: Uint8ClampedArray, premultiplied: boolean): void {
  for (let i = 0; i < data.length; i += 4) {
    const alpha = data[i + 3]!
    if (alpha === 255) continue
    const white = 255 - alpha
    for (let channel = i; channel < i + 3; channel++)
      data[channel] = white + (premultiplied ? data[channel]! : (data[channel]! * alpha) / 255)
    data[i + 3] = 255
  }
}
