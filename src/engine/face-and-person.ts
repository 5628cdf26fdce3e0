import type { Client, FaceApi, DetectedFaces, DetectedFace, PersonApi, Detections } from '../contract/apis'
import type { Mask } from '../contract/pixels'
import type { Face } from '../contract/scene'
import { transferring } from './worker-client'

interface Size {
  readonly width: number
  readonly height: number
}

/** The face and person models, run in parallel where each has its own worker. */
export class FaceAndPerson {
  constructor(
    private readonly face: Client<FaceApi>,
    private readonly person: Client<PersonApi>,
  ) {}

  async ready(): Promise<void> {
    await Promise.all([this.face.ready(), this.person.ready()])
  }

  /** Takes ownership of both bitmaps. `size`: source pixels, to which the landmarks are scaled. */
  async detect(forFace: ImageBitmap, forPerson: ImageBitmap, size: Size, signal?: AbortSignal): Promise<Detections> {
    const [faces, person] = await Promise.all([this.findFaces(forFace, size, signal), this.segment(forPerson, signal)])
    return { ...faces, person, parts: null, partsAbsent: 'pending' }
  }

  /** Takes ownership of the image. */
  async findFaces(image: ImageBitmap | VideoFrame, size: Size, signal?: AbortSignal): Promise<DetectedFaces> {
    const faces = await this.face.call(api => api.detect(transferring(image, [image])), signal)
    return { faceCount: faces.length, face: faces[0] ? toSourcePixels(faces[0], size) : null }
  }

  /** Takes ownership of the image. */
  segment(image: ImageBitmap, signal?: AbortSignal): Promise<Mask> {
    return this.person.call(api => api.segment(transferring(image, [image])), signal)
  }

  close(): void {
    this.face.close()
    this.person.close()
  }
}

/** Normalised landmarks (0..1) -> source pixels; z has the scale of x. */
function toSourcePixels({ landmarks, pose }: DetectedFace, { width, height }: Size): Face {
  return { pose, landmarks: landmarks.map((value, i) => value * (i % 3 === 1 ? height : width)) }
}
