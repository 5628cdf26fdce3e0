import type { CropPlan } from './crop'
import type { FileFacts } from './file-facts'
import type { PartCrops, DetectedParts } from './parts'
import type { Mask, Pixels } from './pixels'
import type { Profile } from './profile'
import type { Report } from './report'
import type { Readings } from './rule'
import type { Face, PartsAbsence, Pose } from './scene'
import type { Rect } from './space'

/** What crosses to the workers: types only, shared by the page's and the workers' compilations. */

/** Asks something of whoever has an API, in a worker or right here. */
export interface Caller<Api> {
  call<T>(use: (api: Api) => Promise<T>, signal?: AbortSignal): Promise<T>
}
/** The same, of something that is loaded first and ended at last. */
export interface Client<Api> extends Caller<Api> {
  ready(): Promise<void>
  close(): void
}

/** Where a MediaPipe task finds its runtime; URLs, absolute. The model is handed over as bytes. */
export interface VisionAssets {
  readonly wasmLoader: string
  readonly wasmBinary: string
  readonly model: Uint8Array
}

/** One face, landmarks as shares (0..1) of the image that was given. */
export interface DetectedFace {
  readonly landmarks: Float32Array
  readonly pose: Pose
}

export interface FaceApi {
  load(assets: VisionAssets): Promise<void>
  /** Takes the image over and closes it. Largest face first; empty where there is none. */
  detect(image: ImageBitmap | VideoFrame): Promise<DetectedFace[]>
}

export interface PersonApi {
  load(assets: VisionAssets): Promise<void>
  /** Takes the bitmap over and closes it. The mask has the bitmap's size. */
  segment(image: ImageBitmap): Promise<Mask>
}

/** `runtime`: onnxruntime-web's wasm; `model`: parts.onnx; `covering`: covering.onnx. */
export interface PartsAssets {
  readonly runtime: Uint8Array<ArrayBuffer>
  readonly model: Uint8Array<ArrayBuffer>
  readonly covering: Uint8Array<ArrayBuffer>
}

export interface PartsApi {
  load(assets: PartsAssets): Promise<void>
  /** Takes the crops' pixels over. */
  detect(crops: PartCrops): Promise<DetectedParts>
}

export interface HeicApi {
  /** `loader`: URL of libheif.js, absolute; `wasm`: libheif.wasm's bytes. */
  load(assets: { loader: string; wasm: Uint8Array<ArrayBuffer> }): Promise<void>
  /** The primary image upright. Errors: unsupported-format, damaged, too-large, out-of-memory. */
  decode(file: Blob): Promise<Pixels>
}

/** What a file says of itself, before any model is there. */
export interface FileApi {
  load(): Promise<void>
  /** Errors: not-an-image, unsupported-format, damaged, too-large, changed-file. */
  readFacts(file: Blob, name: string | undefined): Promise<FileFacts>
}

/** What the photo worker holds. */
export interface OpenedImage {
  /** Key of the photo in the worker, until `release`; never given out again by any worker. */
  readonly id: string
  /** Source pixels after orientation. */
  readonly width: number
  readonly height: number
  readonly file: FileFacts | null
}

export interface OpenedPhoto extends OpenedImage {
  /** Two equal reduced copies (longest side MAX_WHOLE_SIDE_PX at most), one for each model. */
  readonly forFace: ImageBitmap
  readonly forPerson: ImageBitmap
  readonly timings: Readonly<Record<string, number>>
}

/** A frame's face is looked for elsewhere, at the same time. */
export interface OpenedFrame extends OpenedImage {
  readonly forPerson: ImageBitmap
}

/** The faces of one image, the largest in source pixels. */
export interface DetectedFaces {
  readonly faceCount: number
  readonly face: Face | null
}

/** What the models saw, in source pixels. */
export interface Detections {
  readonly faceCount: number | null
  readonly face: Face | null
  readonly person: Mask | null
  readonly parts: DetectedParts | null
  readonly partsAbsent: PartsAbsence
}

/** What the encoder must keep to. */
export interface FileTarget {
  readonly minBytes: number
  readonly maxBytes: number
  /** Least quality on libjpeg's scale; below it the file is not made. */
  readonly minQuality: number
  readonly density: number
}

export interface EncodedPhoto {
  readonly bytes: Uint8Array<ArrayBuffer>
  readonly quality: number
  readonly encodes: number
  readonly timings: Readonly<Record<string, number>>
}

/** Holds decoded photos, so that their pixels never cross a thread: measures them, cuts them, encodes them. */
export interface PhotoApi {
  /** Both are wasm files' bytes. */
  load(assets: { encoder: Uint8Array<ArrayBuffer>; resampler: Uint8Array<ArrayBuffer> }): Promise<void>
  /**
   * Bytes of a file -> decoded photo. Errors: not-an-image, unsupported-format (the message is the type), damaged,
   * too-large, out-of-memory. `decoded`: its pixels, taken over, where the browser can't decode the file.
   */
  openFile(file: Blob, name: string | undefined, decoded?: Pixels): Promise<OpenedPhoto>
  /** `rect` of the photo (all of it where null) as a JPEG to look at, its longer side `longest` px at most. */
  createPreview(id: string, rect: Rect | null, longest: number): Promise<Blob>
  /** A camera's frame; takes it over and closes it. */
  openFrame(frame: ImageBitmap | VideoFrame): Promise<OpenedFrame>
  /** All pixels of an opened photo as a PNG. */
  encodeStill(id: string): Promise<Blob>
  /** The parts' crops at the photo's own resolution; null without a face. */
  cutParts(id: string, seen: Detections): Promise<PartCrops | null>
  measure(
    id: string,
    seen: Detections,
    plan: CropPlan | null,
  ): Promise<{ readings: Readings; timings: Record<string, number> }>
  /**
   * Cuts the planned crop and encodes it. Errors: no-crop where no quality of at least minQuality fits the bytes.
   */
  encode(
    id: string,
    plan: Pick<CropPlan, 'crop' | 'outputWidth' | 'outputHeight'>,
    target: FileTarget,
  ): Promise<EncodedPhoto>
  release(id: string): Promise<void>
}

/**
 * Everything that one worker needs to check a photo alone; `profile` validated. Files as Blobs: handing bytes over
 * would copy 30 MB on the page's thread for each worker.
 */
export interface PoolWorkerAssets {
  readonly profile: Profile
  readonly runtime: Pick<VisionAssets, 'wasmLoader' | 'wasmBinary'>
  readonly files: Readonly<
    Record<'face' | 'person' | 'encoder' | 'resampler' | 'partsRuntime' | 'parts' | 'covering', Blob>
  >
}

/** A photo from file to report on one thread: many photos then take as many cores as there are. */
export interface PoolWorkerApi {
  load(assets: PoolWorkerAssets): Promise<void>
  /** `decoded` as for `openFile`. Errors: those of `openFile`. */
  check(file: Blob, decoded?: Pixels): Promise<{ report: Report; thumbnail: Blob | null }>
  /** Errors also: no-face, many-faces, too-small, no-crop. */
  produce(file: Blob, decoded?: Pixels): Promise<{ jpeg: File; report: Report }>
}

/** What the pipeline's stages call, in workers of their own or on one thread. Sizes and landmarks in source pixels. */
export interface StageWorkers {
  readonly photo: Caller<PhotoApi>
  readonly faceAndPerson: {
    /** Takes both bitmaps over. */
    detect(
      forFace: ImageBitmap,
      forPerson: ImageBitmap,
      size: { readonly width: number; readonly height: number },
      signal?: AbortSignal,
    ): Promise<Detections>
    /** Takes the bitmap over. */
    segment(image: ImageBitmap, signal?: AbortSignal): Promise<Mask>
  }
  readonly parts: { detect(crops: PartCrops, signal?: AbortSignal): Promise<DetectedParts> }
}
