/**
 * Coordinate spaces. Three are used, and every type that carries coordinates says which:
 * - *source*: pixels of the photo after its EXIF orientation was applied, origin top left, x right, y down;
 *   real-valued,
 *   (0, 0) is the outer corner of the first pixel.
 * - *patch*: pixels of a `Patch`, see there.
 * - *frame*: the 480x640 frame that the clause's geometry numbers are given in.
 */
export interface Point {
  readonly x: number
  readonly y: number
}
export interface Rect {
  readonly x: number
  readonly y: number
  readonly width: number
  readonly height: number
}
/** Closed polygon in source pixels; the last point joins the first. */
export type Polygon = readonly Point[]

/** Width and height of the clause's frame (教毕指〔2017〕99号 四.1); geometry is read as if the crop had this size. */
export const CLAUSE_FRAME = { width: 480, height: 640 } as const
