import type { FaceApi, FacesSeen, FoundFace, PersonApi, Sightings } from '../contract/apis'
import type { Mask } from '../contract/pixels'
import type { Face } from '../contract/scene'
import { handOver, WorkerClient } from './worker-client'
import type { VisionAssets } from '../contract/apis'

export interface EyesOptions {
  readonly spawnFace: () => Worker
  readonly spawnPerson: () => Worker
  readonly faceAssets: VisionAssets
  readonly personAssets: VisionAssets
}

interface Size { readonly width: number; readonly height: number }

/** The two models, each in its worker, side by side. */
export class Eyes {
  private readonly face: WorkerClient<FaceApi>
  private readonly person: WorkerClient<PersonApi>

  constructor({ spawnFace, spawnPerson, faceAssets, personAssets }: EyesOptions) {
    this.face = new WorkerClient({ spawn: spawnFace, prepare: api => api.load(faceAssets) })
    this.person = new WorkerClient({ spawn: spawnPerson, prepare: api => api.load(personAssets) })
  }

  async ready(): Promise<void> { await Promise.all([this.face.ready(), this.person.ready()]) }

  /** Takes both bitmaps over. `size`: source pixels, to which the landmarks are mapped. */
  async see(forFace: ImageBitmap, forPerson: ImageBitmap, size: Size, signal?: AbortSignal): Promise<Sightings> {
    const [found, person] = await Promise.all([this.findFaces(forFace, size, signal), this.segment(forPerson, signal)])
    return { ...found, person, parts: null, partsAbsent: 'pending' }
  }

  /** Takes the image over. */
  async findFaces(image: ImageBitmap | VideoFrame, size: Size, signal?: AbortSignal): Promise<FacesSeen> {
    const found = await this.face.call(api => api.detect(handOver(image, [image])), signal)
    return { faceCount: found.length, face: found[0] ? inSource(found[0], size) : null }
  }

  /** Takes the image over. */
  segment(image: ImageBitmap, signal?: AbortSignal): Promise<Mask> {
    return this.person.call(api => api.segment(handOver(image, [image])), signal)
  }

  close(): void {
    this.face.close()
    this.person.close()
  }
}

/** Landmarks as shares of the image -> source pixels; z is on the scale of x. */
function inSource({ landmarks, pose }: FoundFace, { width, height }: Size): Face {
  return { pose, landmarks: landmarks.map((value, i) => value * (i % 3 === 1 ? height : width)) }
}
