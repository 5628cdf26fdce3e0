import { checkFile, produceFile } from '../pipeline/check-file'
import type { Profile } from '../contract/profile'
import {
  startWorkers,
  createHeicDecoder,
  lacksWebGL,
  loadCoreAssets,
  loadPartsAssets,
  createSpawner,
  type OnProgress,
} from './workers'
import { DedicatedPoolWorker, type PoolWorker } from './pool-worker'
import { createCheckContext } from './open-photo'
import { WorkerPool, suggestWorkerCount } from './worker-pool'

/**
 * Loads all models and starts `workers` pool workers. Resolves with the first; the others join once loaded.
 * Errors: assets-missing, unsupported-browser, out-of-memory.
 */
export async function startPool(
  root: URL,
  profile: Profile,
  workers = suggestWorkerCountHere(),
  onProgress?: OnProgress,
): Promise<WorkerPool> {
  const { core, assets } = await loadPoolAssets(root, profile, onProgress)
  const heic = createHeicDecoder(root, onProgress)
  const pool = new WorkerPool(() => {
    heic.close()
    core.releaseRuntime()
  })
  const join = async (): Promise<void> => {
    const poolWorker = new DedicatedPoolWorker(createSpawner('pool-worker', root), assets, heic)
    try {
      await poolWorker.ready()
    } catch (error) {
      poolWorker.close()
      throw error
    }
    pool.add(poolWorker)
  }
  try {
    await join()
  } catch (error) {
    pool.close()
    if (!lacksWebGL(error)) throw error
    return startMainThreadPool(root, profile, onProgress)
  }
  // A further worker may fail for lack of memory; the pool continues without it.
  for (let poolWorker = 1; poolWorker < workers; poolWorker++)
    void join().catch((error: unknown) => console.warn('a worker less:', error))
  return pool
}

interface PoolAssets {
  readonly core: Awaited<ReturnType<typeof loadCoreAssets>>
  /** Constructor argument of each pool worker. */
  readonly assets: ConstructorParameters<typeof DedicatedPoolWorker>[1]
}

async function loadPoolAssets(root: URL, profile: Profile, onProgress?: OnProgress): Promise<PoolAssets> {
  const core = await loadCoreAssets(root, onProgress)
  const { face, person, photo } = core
  const coreFiles = {
    face: toBlob(face.model),
    person: toBlob(person.model),
    encoder: toBlob(photo.encoder),
    resampler: toBlob(photo.resampler),
  }
  const { runtime, model, covering } = await loadPartsAssets(root, onProgress)
  return {
    core,
    assets: {
      profile,
      runtime: { wasmLoader: face.wasmLoader, wasmBinary: face.wasmBinary },
      files: { ...coreFiles, partsRuntime: toBlob(runtime), parts: toBlob(model), covering: toBlob(covering) },
    },
  }
}

/** The number of workers that suits this device. */
export const suggestWorkerCountHere = (): number => {
  // Node before 21 has no navigator.
  const { hardwareConcurrency, deviceMemory } = (globalThis.navigator ?? {}) as Partial<Navigator> & {
    deviceMemory?: number
  }
  return suggestWorkerCount(hardwareConcurrency || 1, deviceMemory)
}

const toBlob = (bytes: Uint8Array): Blob => new Blob([bytes as Uint8Array<ArrayBuffer>])

/** Where workers have no WebGL: one pool worker, whose face and person models run on the page. */
async function startMainThreadPool(root: URL, profile: Profile, onProgress?: OnProgress): Promise<WorkerPool> {
  const workers = await startWorkers(root, onProgress)
  const context = createCheckContext(workers, profile)
  const poolWorker: PoolWorker = {
    ready: async () => {},
    check: (photo, onThumbnail) => checkFile(context, photo, { onThumbnail }),
    produce: photo => produceFile(context, photo),
    close: () => workers.close(),
  }
  const pool = new WorkerPool()
  pool.add(poolWorker)
  return pool
}
