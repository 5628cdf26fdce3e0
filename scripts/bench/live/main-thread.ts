import { FaceLandmarker, FilesetResolver, ImageSegmenter, type FaceLandmarkerResult } from '@mediapipe/tasks-vision'
import type { Mask } from '../../../src/contract/pixels'
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
import { fetchBytes } from '../start-models'
import { countVerdicts, openCamera, type LiveFigures } from './page'

/** Longest side of the picture that the person model is given: half the camera's. */
const PERSON_INPUT_PX = 640

/**
 * (b) As MediaPipe's samples do it: in each frame face, person and parts, one after the other, on the main thread, in
 * the tasks' own video mode. With `measures`, every rule is measured and judged there too, as in the library; without,
 * running the models counts as a verdict.
 */
export async function measureMainThread(base: string, seconds: number, measures: boolean): Promise<LiveFigures> {
  const models = await loadModels(base)
  const resampler = new Resampler(await WebAssembly.compile(await fetchBytes(base, 'runtime/resample.wasm')))
  const profile = getProfile('hanjiang-2025')
  const video = await openCamera()
  const segmentPerson = createPersonSegmenter(models.person, video)

  const reachVerdict = async (): Promise<void> => {
    const now = performance.now()
    const found = models.face.detectForVideo(video, now)
    const person = segmentPerson(now)
    const face = readFace(found, video)
    if (!face) return
    const scene = buildFrameScene(await createImageBitmap(video), face, person, resampler)
    if (!scene.head) return
    const parts = await models.parts.detect(cutParts(scene))
    if (measures) judgeScene({ ...scene, parts }, profile)
  }
  return countVerdicts(seconds, told => {
    let isRunning = true
    const turn = async (): Promise<void> => {
      const start = performance.now()
      await reachVerdict()
      told(performance.now() - start, 0)
      if (isRunning) video.requestVideoFrameCallback(() => void turn())
    }
    video.requestVideoFrameCallback(() => void turn())
    return () => {
      isRunning = false
    }
  })
}

interface Models {
  readonly face: FaceLandmarker
  readonly person: ImageSegmenter
  readonly parts: PartsModel
}

async function loadModels(base: string): Promise<Models> {
  const fileset = await FilesetResolver.forVisionTasks(`${base}/modules/@mediapipe/tasks-vision/wasm`)
  const buildOptions = async (
    model: string,
  ): Promise<{ baseOptions: { modelAssetBuffer: Uint8Array; delegate: 'CPU' }; runningMode: 'VIDEO' }> => ({
    baseOptions: { modelAssetBuffer: await fetchBytes(base, model), delegate: 'CPU' },
    runningMode: 'VIDEO',
  })
  const face = await FaceLandmarker.createFromOptions(fileset, {
    ...(await buildOptions('models/face.task')),
    numFaces: 1,
    outputFacialTransformationMatrixes: true,
  })
  const person = await ImageSegmenter.createFromOptions(fileset, {
    ...(await buildOptions('models/person.tflite')),
    outputConfidenceMasks: true,
    outputCategoryMask: false,
  })
  const parts = await PartsModel.load({
    runtime: await fetchBytes(base, 'runtime/ort-wasm-simd-threaded.wasm'),
    model: await fetchBytes(base, 'models/parts.onnx'),
    covering: await fetchBytes(base, 'models/covering.onnx'),
  })
  return { face, person, parts }
}

/** Segments the frame on show, reduced to what the model is given. */
function createPersonSegmenter(person: ImageSegmenter, video: HTMLVideoElement): (now: number) => Mask {
  const canvas = document.createElement('canvas')
  canvas.width = PERSON_INPUT_PX
  canvas.height = (PERSON_INPUT_PX * video.videoHeight) / video.videoWidth
  const context = canvas.getContext('2d')!
  return now => {
    context.drawImage(video, 0, 0, canvas.width, canvas.height)
    const segmented = person.segmentForVideo(canvas, now)
    const mask = segmented.confidenceMasks![0]!
    const data = Uint8Array.from(mask.getAsFloat32Array(), value => Math.round(255 * value))
    const { width, height } = mask
    segmented.close()
    return { width, height, data }
  }
}

/** The first face, its landmarks in pixels of the frame; null where there is none. */
function readFace(found: FaceLandmarkerResult, { videoWidth, videoHeight }: HTMLVideoElement): Face | null {
  const points = found.faceLandmarks[0]
  if (!points) return null
  const landmarks = new Float32Array(3 * LANDMARK_COUNT)
  points.forEach(({ x, y, z }, i) => landmarks.set([x * videoWidth, y * videoHeight, z * videoWidth], 3 * i))
  return { landmarks, pose: toPose(found.facialTransformationMatrixes[0]?.data ?? []) }
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
