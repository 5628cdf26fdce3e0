import { FaceLandmarker } from '@mediapipe/tasks-vision'
import { expose, transfer } from 'comlink'
import type { FaceApi, FoundFace } from '../src/contract/apis'
import { LANDMARK_COUNT } from '../src/contract/scene'
import { poseOf } from '../src/lib/euler'
import { assertContext, taskOptions } from './vision-task'

/** More than one is a fault of the photo; how many more does not matter. */
const MOST_FACES = 3

let landmarker: FaceLandmarker | undefined

const api = {
  async load(assets) {
    const { fileset, options } = taskOptions(assets)
    landmarker = await FaceLandmarker.createFromOptions(fileset, { ...options, numFaces: MOST_FACES, outputFacialTransformationMatrixes: true })
  },
  async detect(image) {
    try {
      assertContext()
      const { faceLandmarks, facialTransformationMatrixes } = landmarker!.detect(image)
      const faces = faceLandmarks.map((points, index): FoundFace & { area: number } => {
        const landmarks = new Float32Array(3 * LANDMARK_COUNT)
        points.forEach(({ x, y, z }, i) => landmarks.set([x, y, z], 3 * i))
        const [xs, ys] = [points.map(point => point.x), points.map(point => point.y)]
        const area = (Math.max(...xs) - Math.min(...xs)) * (Math.max(...ys) - Math.min(...ys))
        return { landmarks, pose: poseOf(facialTransformationMatrixes[index]?.data ?? []), area }
      })
      const largestFirst = faces.sort((a, b) => b.area - a.area).map(({ landmarks, pose }) => ({ landmarks, pose }))
      return transfer(largestFirst, largestFirst.map(face => face.landmarks.buffer))
    } finally { image.close() }
  },
} satisfies FaceApi

expose(api)
