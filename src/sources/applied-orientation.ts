import type { FileFacts } from '../contract/file-facts'

/**
 * The orientation that the decoder has applied. Browsers ignore one that is not written as EXIF demands (a SHORT, Exif
 * 2.32, 4.6.4) and that of some formats: a picture that should have been turned by 90 degrees and kept its stored size
 * was not turned. Of a half turn or a mirroring the size says nothing.
 */
export function getAppliedOrientation(
  { orientation, storedWidth, storedHeight }: Pick<FileFacts, 'orientation' | 'storedWidth' | 'storedHeight'>,
  { width, height }: { readonly width: number; readonly height: number },
): number {
  const isQuarterTurn = orientation >= 5
  const keepsItsSize = width === storedWidth && height === storedHeight && width !== height
  return isQuarterTurn && keepsItsSize ? 1 : orientation
}
