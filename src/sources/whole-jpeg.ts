import { PhotoError } from '../contract/failure'
import { walkJpeg, type JpegFault, type JpegWalk } from '../lib/jpeg-walk'

const CODES: Partial<Record<JpegFault, 'unsupported-format' | 'too-large'>> = {
  unsupported: 'unsupported-format',
  'too-many-scans': 'too-large',
  'too-much-memory': 'too-large',
}

const DETAILS: Record<JpegFault, string> = {
  'no-frame': 'no frame header that holds',
  unsupported: 'image/jpeg, lossless, hierarchical, arithmetic or not of 8 bits',
  tables: 'a Huffman table is cut off',
  'scan-header': 'a scan header contradicts the frame or its tables',
  'too-few-bits': 'fewer bits than the claimed size has blocks',
  'too-many-scans': 'too many scans for the size',
  'too-much-memory': 'too many coefficients to remember between scans',
  'missing-scan': 'the file ends before its last scan',
  'data-end': 'scan data end',
  'no-code': 'scan data hold no code',
  coefficient: 'scan data hold a coefficient outside its block',
  value: 'scan data hold an impossible value',
  repeated: 'scan data hold one byte over and over',
  'end-of-band-run': 'scan data hold a run of blocks beyond the last',
  'unjoined-runs': 'scan data are out of step',
  restart: 'a restart marker is missing or out of order',
  'data-left': 'scan data go on',
}

/**
 * Refuses a JPEG whose data don't make up the picture that its headers announce: browsers decode it without a word, and
 * what is missing comes out grey. Errors: damaged, too-large, unsupported-format.
 */
export function assertWholeJpeg(bytes: Uint8Array): void {
  const walk = walkJpeg(bytes)
  if (walk.fault) throw new PhotoError(CODES[walk.fault] ?? 'damaged', describe(walk.fault, walk))
}

function describe(fault: JpegFault, { scan, blocksExpected, shareMissing }: JpegWalk): string {
  if (!blocksExpected) return DETAILS[fault]
  const percent = (100 * (1 - shareMissing)).toFixed(1)
  return `${DETAILS[fault]} after ${percent} % of the picture${scan > 1 ? `, in scan ${scan}` : ''}`
}
