import sharp, { type Sharp } from 'sharp'

/** A picture file as the product decodes it: orientation applied, on white, sRGB without alpha. */
export const toUpright = (bytes: Uint8Array): Sharp =>
  sharp(bytes).rotate().flatten({ background: '#fff' }).toColourspace('srgb').removeAlpha()
