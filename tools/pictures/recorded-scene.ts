import { readFileSync } from 'node:fs'
import { deflateSync, inflateSync } from 'node:zlib'
import type { FileFacts } from '../../src/contract/file-facts'
import type { Pixels } from '../../src/contract/pixels'
import { MAX_HEAD_FACE_WIDTH_PX, MAX_WHOLE_SIDE_PX, type Pose, type Scene } from '../../src/contract/scene'
import { cutParts } from '../../src/lib/part-crops'
import { Resampler } from '../../src/lib/resampler'
import { findHeadRectangle } from '../../src/sources/head-rectangle'
import { cutPatch } from '../../src/sources/photo-pixels'
import { PartsModel } from '../../src/vision/parts-model'

/**
 * The models' detections in one picture, in storage format: little-endian numbers, deflated mask, both in base64.
 * Landmarks are shares of the picture.
 */
export interface RecordedDetections {
  readonly faces: readonly { readonly landmarks: string; readonly pose: Pose }[]
  readonly mask: { readonly width: number; readonly height: number; readonly data: string }
}

export function packDetections(
  faces: readonly { landmarks: readonly number[]; pose: Pose }[],
  mask: { width: number; height: number; data: Uint8Array },
): RecordedDetections {
  return {
    faces: faces.map(({ landmarks, pose }) => ({
      landmarks: Buffer.from(Float32Array.from(landmarks).buffer).toString('base64'),
      pose,
    })),
    mask: { width: mask.width, height: mask.height, data: deflateSync(mask.data, { level: 9 }).toString('base64') },
  }
}

let resampler: Resampler | undefined
/** The shipped WebAssembly kernel, run in Node. */
export function getNodeResampler(): Resampler {
  return (resampler ??= new Resampler(new WebAssembly.Module(readFileSync('public/runtime/resample.wasm'))))
}

/** The downscaled copy that the models get. */
export const reduceToWhole = (photo: Pixels): Scene['whole'] =>
  cutPatch(
    photo,
    { x: 0, y: 0, width: photo.width, height: photo.height },
    MAX_WHOLE_SIDE_PX / Math.max(photo.width, photo.height),
    getNodeResampler(),
  )

/** Builds the scene that the photo worker would measure before the parts model has run. */
export function buildRecordedScene(photo: Pixels, { faces, mask }: RecordedDetections, file: FileFacts | null): Scene {
  const { width, height } = photo
  const [first] = faces
  const shares = first && new Float32Array(Uint8Array.from(Buffer.from(first.landmarks, 'base64')).buffer)
  const face =
    first && shares
      ? { pose: first.pose, landmarks: shares.map((value, i) => value * (i % 3 === 1 ? height : width)) }
      : null
  const head = face && findHeadRectangle(face, width, height)
  return {
    width,
    height,
    file,
    faceCount: faces.length,
    face,
    parts: null,
    partsAbsent: 'pending',
    whole: reduceToWhole(photo),
    person: {
      width: mask.width,
      height: mask.height,
      data: new Uint8Array(inflateSync(Buffer.from(mask.data, 'base64'))),
    },
    head: head && cutPatch(photo, head.rect, MAX_HEAD_FACE_WIDTH_PX / head.faceWidth, getNodeResampler()),
  }
}

let partsModel: Promise<PartsModel> | undefined

/** Adds the results of the shipped parts model under the shipped runtime, run in Node. */
export async function addParts(scene: Scene): Promise<Scene> {
  if (!scene.face || !scene.head) return scene
  partsModel ??= PartsModel.load({
    runtime: new Uint8Array(readFileSync('public/runtime/ort-wasm-simd-threaded.wasm')),
    model: new Uint8Array(readFileSync('public/models/parts.onnx')),
    covering: new Uint8Array(readFileSync('public/models/covering.onnx')),
  })
  return { ...scene, parts: await (await partsModel).detect(cutParts(scene)) }
}

/** Facts of a plain JPEG of that size, for scenes without a file. */
export function createPlainFileFacts(width: number, height: number): FileFacts {
  return {
    bytes: 200_000,
    type: 'image/jpeg',
    storedWidth: width,
    storedHeight: height,
    orientation: 1,
    animated: false,
    bitDepth: 8,
    channels: 3,
    colourSpace: 'srgb',
    density: { x: 300, y: 300 },
    jpeg: { quality: 92, progressive: false, subsampling: '1x1 1x1 1x1' },
    identifying: [],
    software: null,
  }
}
