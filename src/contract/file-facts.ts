/** What the bytes of a file say, before any pixel is looked at. */
export interface FileFacts {
  readonly name?: string
  readonly bytes: number
  /** Real format by content, never by name: 'image/jpeg', 'image/png', 'image/webp', 'image/heic', … */
  readonly type: string
  /** Pixels as stored, before orientation. */
  readonly storedWidth: number
  readonly storedHeight: number
  /** EXIF orientation 1..8; 1 where none is given. Of HEIC and AVIF what their own boxes say, in the same numbers. */
  readonly orientation: number
  readonly animated: boolean
  /** Bits of one channel; null where the format does not say. */
  readonly bitDepth: number | null
  readonly channels: number | null
  readonly colourSpace: 'srgb' | 'display-p3' | 'adobe-rgb' | 'other-profile' | 'grey' | 'cmyk' | 'unknown'
  /** Dots per inch; null where none is given. */
  readonly density: { readonly x: number; readonly y: number } | null
  readonly jpeg: null | {
    /** 1..100 on libjpeg's scale, estimated from the quantisation tables; null where the tables fit none. */
    readonly quality: number | null
    readonly progressive: boolean
    readonly subsampling: string
  }
  /** Kinds of metadata that identify a person, place or device: 'gps', 'serial', 'name', … Sorted, no values. */
  readonly identifying: readonly string[]
  /** Editing software named in the metadata, as written there; null where none. */
  readonly software: string | null
}
