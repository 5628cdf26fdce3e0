import { FaceLandmarker } from '@mediapipe/tasks-vision'
import { transfer } from 'comlink'
import type { FaceApi, DetectedFace, VisionAssets } from '../contract/apis'
import { LANDMARK_COUNT } from '../contract/scene'
import { toPose } from '../lib/pose'
import { VisionTask, type TaskCanvas } from './vision-task'

/** More than one face is a fault of the photo; the exact number does not matter. */
const MAX_FACES = 3

/** Face landmarks and head pose, in a worker or on the main thread. */
export class FaceTask implements FaceApi {
  private readonly landmarker: VisionTask<FaceLandmarker>

  constructor(makeCanvas: () => TaskCanvas) {
    this.landmarker = new VisionTask(makeCanvas, (fileset, options) =>
      FaceLandmarker.createFromOptions(fileset, {
        ...options,
        numFaces: MAX_FACES,
        outputFacialTransformationMatrixes: true,
      }),
    )
  }

  load(assets: VisionAssets): Promise<void> {
    return this.landmarker.load(assets)
  }

  async detect(image: ImageBitmap | VideoFrame): Promise<DetectedFace[]> {
    try {
      const { faceLandmarks, facialTransformationMatrixes } = await this.landmarker.run(task => task.detect(image))
      const faces = faceLandmarks.map((points, index): DetectedFace & { area: number } => {
        const landmarks = new Float32Array(3 * LANDMARK_COUNT)
        points.forEach(({ x, y, z }, i) => landmarks.set([x, y, z], 3 * i))
        const [xs, ys] = [points.map(point => point.x), points.map(point => point.y)]
        const area = (Math.max(...xs) - Math.min(...xs)) * (Math.max(...ys) - Math.min(...ys))
        return { landmarks, pose: toPose(facialTransformationMatrixes[index]?.data ?? []), area }
      })
      const largestFirst = faces.sort((a, b) => b.area - a.area).map(({ landmarks, pose }) => ({ landmarks, pose }))
      return transfer(
        largestFirst,
        largestFirst.map(face => face.landmarks.buffer),
      )
    } finally {
      image.close()
    }
  }

  close(): void {
    this.landmarker.close()
  }
}
