import { PhotoError } from '../contract/failure'

/** A WebAssembly module with one function of one SIMD instruction. */
const SIMD_PROBE = Uint8Array.of(
  0,
  97,
  115,
  109,
  1,
  0,
  0,
  0,
  1,
  5,
  1,
  96,
  0,
  1,
  123,
  3,
  2,
  1,
  0,
  10,
  10,
  1,
  8,
  0,
  65,
  0,
  253,
  15,
  253,
  98,
  11,
)

/**
 * Checks the requirements that have no fallback, before anything is loaded. Missing WebGL or OffscreenCanvas is
 * reported later by the workers. Errors: unsupported-browser.
 */
export function assertBrowserSupported(): void {
  // Safari's lockdown mode removes WebAssembly; before 16.4 it has no SIMD.
  if (typeof WebAssembly === 'undefined' || !WebAssembly.validate(SIMD_PROBE))
    throw new PhotoError('unsupported-browser', 'no WebAssembly SIMD')
  if (typeof document === 'undefined' || typeof Worker === 'undefined')
    throw new PhotoError('unsupported-browser', 'not a page: no document or no workers')
  if (!hasModuleWorkers()) throw new PhotoError('unsupported-browser', 'no module workers')
}

/**
 * Firefox before 114 runs a module worker as a classic one, which would look like a file that failed to load. Only a
 * browser with module workers reads the option `type`.
 */
function hasModuleWorkers(): boolean {
  let isTypeRead = false
  const options = {
    get type(): WorkerType {
      isTypeRead = true
      return 'module'
    },
  }
  const url = URL.createObjectURL(new Blob([], { type: 'text/javascript' }))
  try {
    new Worker(url, options).terminate()
  } catch {
    /* blob: workers may be forbidden, but the option has been read by then */
  }
  URL.revokeObjectURL(url)
  return isTypeRead
}
