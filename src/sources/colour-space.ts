import type { FileFacts } from '../contract/file-facts'
import type { Container } from './container'
import { getText, type Tags } from './tags'

/** 'c2' and 'c2ci' are the compact sRGB profiles that Facebook and others write. 'Corbis RGB' is no sRGB. */
const SRGB_PROFILE = /(^|[^a-z])s[ -]?rgb|IEC ?61966|^c2(ci)?$/i

/** By the embedded profile, else by code points, else by EXIF. */
export function readColourSpace(container: Container, tags: Tags): FileFacts['colourSpace'] {
  if (container.grey) return 'grey'
  if (container.jpeg?.components.length === 4) return 'cmyk'
  const profile = getText(tags, 'icc', 'ICC Description') || getText(tags, 'icc', 'Profile Description')
  if (profile) {
    if (/display ?p3/i.test(profile)) return 'display-p3'
    if (/adobe ?rgb/i.test(profile)) return 'adobe-rgb'
    return SRGB_PROFILE.test(profile) ? 'srgb' : 'other-profile'
  }
  // H.273 primaries of Display P3.
  if (container.heif?.nclx?.primaries === 12) return 'display-p3'
  // Without a profile, RGB means sRGB to every reader; EXIF may declare Adobe RGB by its interoperability index (DCF
  // 2.0).
  return /R03/.test(getText(tags, 'exif', 'InteroperabilityIndex'))
    ? 'adobe-rgb'
    : container.channels === null
      ? 'unknown'
      : 'srgb'
}
