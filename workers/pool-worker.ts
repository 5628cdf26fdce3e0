import type { Client, PoolWorkerApi, PoolWorkerAssets } from '../src/contract/apis'
import { checkFile, produceFile, type FileCheckContext } from '../src/pipeline/check-file'
import { getFileName } from '../src/pipeline/file-source'
import type { Profile } from '../src/contract/profile'
import type { Pixels } from '../src/contract/pixels'
import { FaceAndPerson } from '../src/engine/face-and-person'
import { FaceTask } from '../src/vision/face-task'
import { PartsModel } from '../src/vision/parts-model'
import { PersonTask } from '../src/vision/person-task'
import { photoStore } from './photo-store'
import { createWorkerCanvas } from '../src/vision/worker-canvas'
import { serve } from './serve'

/**
 * The whole pipeline on one thread. With many photos each core processes its own, and no mask crosses threads; only the
 * report is sent back.
 */

/** Wraps a local object in the interface of a worker client. */
const toLocalClient = <Api>(api: Api): Client<Api> => ({
  ready: async () => {},
  call: use => use(api),
  close: () => {},
})

let profile: Profile | undefined
let faceAndPerson: FaceAndPerson | undefined
let parts: PartsModel | undefined

function createContext(decoded: Pixels | undefined): FileCheckContext {
  return {
    profile: profile!,
    workers: {
      photo: toLocalClient(photoStore),
      faceAndPerson: faceAndPerson!,
      parts: { detect: crops => parts!.detect(crops) },
    },
    // Decoded pixels belong to the given file only; a file produced from it is a JPEG, which every browser decodes.
    openFile: file => photoStore.openFile(file, getFileName(file), nextDecoded()),
  }
  function nextDecoded(): Pixels | undefined {
    const pixels = decoded
    decoded = undefined
    return pixels
  }
}

const api = {
  async load(options) {
    profile = options.profile
    const bytes = async (file: keyof PoolWorkerAssets['files']): Promise<Uint8Array<ArrayBuffer>> =>
      new Uint8Array(await options.files[file].arrayBuffer())
    const face = new FaceTask(createWorkerCanvas),
      person = new PersonTask(createWorkerCanvas)
    // Sequentially, because both take the runtime from the same global (vision-task.ts).
    await face.load({ ...options.runtime, model: await bytes('face') })
    await person.load({ ...options.runtime, model: await bytes('person') })
    faceAndPerson = new FaceAndPerson(toLocalClient(face), toLocalClient(person))
    parts = await PartsModel.load({
      runtime: await bytes('partsRuntime'),
      model: await bytes('parts'),
      covering: await bytes('covering'),
    })
    await photoStore.load({ encoder: await bytes('encoder'), resampler: await bytes('resampler') })
  },

  async check(file, decoded) {
    let thumbnail: Blob | null = null
    const report = await checkFile(createContext(decoded), file, {
      onThumbnail: picture => {
        thumbnail = picture
      },
    })
    return { report, thumbnail }
  },

  produce: (file, decoded) => produceFile(createContext(decoded), file),
} satisfies PoolWorkerApi

serve(api)
