import type { VisionAssets } from '../src/contract/apis'
import { PhotoError } from '../src/contract/failure'

/** Options that both tasks share. */
export function taskOptions({ wasmLoader, wasmBinary, model }: VisionAssets): { fileset: { wasmLoaderPath: string; wasmBinaryPath: string }; options: { baseOptions: { modelAssetBuffer: Uint8Array; delegate: 'CPU' }; canvas: OffscreenCanvas; runningMode: 'IMAGE' } } {
  return {
    fileset: { wasmLoaderPath: wasmLoader, wasmBinaryPath: wasmBinary },
    options: {
      // CPU: GPU delegates scramble masks on iOS (mediapipe #6142).
      baseOptions: { modelAssetBuffer: model, delegate: 'CPU' },
      // Always our own canvas: the task's user-agent sniffing else asks for a document in Chrome on iOS (mediapipe #5292).
      canvas: taskCanvas(),
      runningMode: 'IMAGE',
    },
  }
}

/** Both tasks need WebGL even with the CPU delegate; where a worker has none, that is said at once instead of left hanging. */
function taskCanvas(): OffscreenCanvas {
  if (typeof OffscreenCanvas === 'undefined' || !new OffscreenCanvas(1, 1).getContext('webgl2')) throw new PhotoError('unsupported-browser')
  const canvas = new OffscreenCanvas(1, 1)
  canvas.addEventListener('webglcontextlost', () => { lost = true })
  return canvas
}

let lost = false

/** Throws where the task's WebGL context is gone: its answers would be empty, not wrong. The client restarts the worker. */
export function assertContext(): void {
  if (lost) throw new PhotoError('unsupported-browser', 'WebGL context lost')
}
