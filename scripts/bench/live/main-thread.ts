import { FaceLandmarker, FilesetResolver, ImageSegmenter } from '@mediapipe/tasks-vision'
import type { Profile } from '../../../src/contract/profile'
import {
  MAX_HEAD_FACE_WIDTH_PX,
  LANDMARK_COUNT,
  MAX_WHOLE_SIDE_PX,
  type Face,
  type Scene,
} from '../../../src/contract/scene'
import { planCrop } from '../../../src/crop/plan'
import { toPose } from '../../../src/lib/pose'
import { cutParts } from '../../../src/lib/part-crops'
import { Resampler } from '../../../src/lib/resampler'
import { getProfile } from '../../../src/profiles/index'
import { toCropTarget } from '../../../src/profiles/targets'
import { measureAll, getUnit } from '../../../src/rules/index'
import { findHeadRectangle } from '../../../src/sources/head-rectangle'
import { cutPatch, readPixels } from '../../../src/sources/photo-pixels'
import { judge } from '../../../src/verdict/judge'
import { PartsModel } from '../../../src/vision/parts-model'
import { countVerdicts, openCamera, type LiveFigures } from './page'

/** Longest side of the picture that the person model is given, as in facts of the field: half the camera's. */
const PERSON_INPUT_PX = 640

/**
 * (b) As samples do it: in each frame face, person and parts, one after the other, on the main thread, in the tasks'
 * own video mode. With `measures`, every rule is measured and judged there too, as ours does; without, the models alone
 * count as a verdict.
 */
export async function measureMainThread(base: string, seconds: number, measures: boolean): Promise<LiveFigures> {
  const bytes = async (path: string): Promise<Uint8Array<ArrayBuffer>> =>
    new Uint8Array(await (await fetch(`${base}/check/${path}`)).arrayBuffer())
  const fileset = await FilesetResolver.forVisionTasks(`${base}/modules/@mediapipe/tasks-vision/wasm`)
  const options = async (
    model: string,
  ): Promise<{ baseOptions: { modelAssetBuffer: Uint8Array; delegate: 'CPU' }; runningMode: 'VIDEO' }> => ({
    baseOptions: { modelAssetBuffer: await bytes(model), delegate: 'CPU' },
    runningMode: 'VIDEO',
  })
  const face = await FaceLandmarker.createFromOptions(fileset, {
    ...(await options('models/face.task')),
    numFaces: 1,
    outputFacialTransformationMatrixes: true,
  })
  const person = await ImageSegmenter.createFromOptions(fileset, {
    ...(await options('models/person.tflite')),
    outputConfidenceMasks: true,
    outputCategoryMask: false,
  })
  const parts = await PartsModel.load(
    await bytes('runtime/ort-wasm-simd-threaded.wasm'),
    await bytes('models/parts.onnx'),
  )
  const resampler = new Resampler(await WebAssembly.compile(await bytes('runtime/resample.wasm')))
  const profile = getProfile('hanjiang-2025')
  const video = await openCamera()
  const small = document.createElement('canvas')
  small.width = PERSON_INPUT_PX
  small.height = (PERSON_INPUT_PX * video.videoHeight) / video.videoWidth
  const smallContext = small.getContext('2d')!

  const verdict = async (): Promise<void> => {
    const now = performance.now()
    const found = face.detectForVideo(video, now)
    smallContext.drawImage(video, 0, 0, small.width, small.height)
    const segmented = person.segmentForVideo(small, now)
    const mask = segmented.confidenceMasks![0]!
    const shown = {
      width: mask.width,
      height: mask.height,
      data: Uint8Array.from(mask.getAsFloat32Array(), value => Math.round(255 * value)),
    }
    segmented.close()
    const points = found.faceLandmarks[0]
    if (!points) return
    const [width, height] = [video.videoWidth, video.videoHeight]
    const landmarks = new Float32Array(3 * LANDMARK_COUNT)
    points.forEach(({ x, y, z }, i) => landmarks.set([x * width, y * height, z * width], 3 * i))
    const scene = buildFrameScene(
      await createImageBitmap(video),
      { landmarks, pose: toPose(found.facialTransformationMatrixes[0]?.data ?? []) },
      shown,
      resampler,
    )
    if (!scene.head) return
    const seen = await parts.detect(cutParts(scene))
    if (measures) judgeScene({ ...scene, parts: seen }, profile)
  }
  return countVerdicts(seconds, told => {
    let isRunning = true
    const turn = async (): Promise<void> => {
      const start = performance.now()
      await verdict()
      told(performance.now() - start, 0)
      if (isRunning) video.requestVideoFrameCallback(() => void turn())
    }
    video.requestVideoFrameCallback(() => void turn())
    return () => {
      isRunning = false
    }
  })
}

function buildFrameScene(frame: ImageBitmap, face: Face, person: Scene['person'], resampler: Resampler): Scene {
  const pixels = readPixels(frame)
  const { width, height } = pixels
  const head = findHeadRectangle(face, width, height)
  return {
    width,
    height,
    file: null,
    faceCount: 1,
    face,
    person,
    parts: null,
    partsAbsent: 'pending',
    whole: cutPatch(pixels, { x: 0, y: 0, width, height }, MAX_WHOLE_SIDE_PX / Math.max(width, height), resampler),
    head: head && cutPatch(pixels, head.rect, MAX_HEAD_FACE_WIDTH_PX / head.faceWidth, resampler),
  }
}

function judgeScene(scene: Scene, profile: Profile): void {
  const plan = planCrop(
    { width: scene.width, height: scene.height, face: scene.face!, person: scene.person },
    toCropTarget(profile),
  )
  judge(measureAll(scene, plan), profile, getUnit)
}
