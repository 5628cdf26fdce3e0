import { assertBrowser } from './browser-support'
import { checkPhoto, producePhoto } from '../pipeline/check-photo'
import type { Profile } from '../contract/profile'
import { enlistCrew, heicDecoder, lacksWebGL, loadCore, loadParts, spawn, type OnProgress } from './workers'
import { WorkerLane, type Lane } from './pool-worker'
import { deskOf } from './open-photo'
import { LanePool, lanesFor } from './worker-pool'

/** Loads all models and starts `workers` lanes. Resolves with the first; the others join when they have loaded. Errors: assets-missing, unsupported-browser, out-of-memory. */
export async function enlistPool(root: URL, profile: Profile, workers = lanesHere(), onProgress?: OnProgress): Promise<LanePool> {
  assertBrowser()
  const core = await loadCore(root, onProgress)
  const { face, person, photo } = core
  const coreFiles = { face: blob(face.model), person: blob(person.model), encoder: blob(photo.encoder), resampler: blob(photo.resampler) }
  const { runtime, model } = await loadParts(root, onProgress)
  const heic = heicDecoder(root, onProgress)
  const pool = new LanePool(() => { heic.close(); core.dropRuntime() })
  const assets = { profile, runtime: { wasmLoader: face.wasmLoader, wasmBinary: face.wasmBinary }, files: { ...coreFiles, partsRuntime: blob(runtime), parts: blob(model) } }
  const join = async (): Promise<void> => {
    const lane = new WorkerLane(() => spawn('lane', root), assets, heic)
    try { await lane.ready() } catch (error) { lane.close(); throw error }
    pool.add(lane)
  }
  try { await join() } catch (error) {
    pool.close()
    if (!lacksWebGL(error)) throw error
    return onThePage(root, profile, onProgress)
  }
  // One that finds no memory is done without.
  for (let lane = 1; lane < workers; lane++) void join().catch((error: unknown) => console.warn('a worker less:', error))
  return pool
}

/** What suits this device. */
export const lanesHere = (): number => lanesFor(navigator.hardwareConcurrency || 1, (navigator as { deviceMemory?: number }).deviceMemory)

const blob = (bytes: Uint8Array): Blob => new Blob([bytes as Uint8Array<ArrayBuffer>])

/** Where workers have no WebGL: one lane, whose face and person are looked for on the page. */
async function onThePage(root: URL, profile: Profile, onProgress?: OnProgress): Promise<LanePool> {
  const crew = await enlistCrew(root, onProgress)
  const desk = deskOf(crew, profile)
  const lane: Lane = { check: (photo, onThumbnail) => checkPhoto(desk, photo, { onThumbnail }), produce: photo => producePhoto(desk, photo), close: () => crew.close() }
  const pool = new LanePool()
  pool.add(lane)
  return pool
}
