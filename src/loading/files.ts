/** What the loader brings in, by the manifest's names. Scripts are not among them: browsers load those by URL. */
export const WASM = 'runtime/vision_wasm_module_internal.wasm'
export const FACE = 'models/face.task'
export const PERSON = 'models/person.tflite'
export const ENCODER = 'runtime/mozjpeg_enc.wasm'
export const RESAMPLER = 'runtime/resample.wasm'
export const PARTS_RUNTIME = 'runtime/ort-wasm-simd-threaded.wasm'
export const PARTS = 'models/parts.onnx'
/** Loaded with the first HEIC photo that the browser can't decode. */
export const HEIC_LOADER = 'runtime/libheif.js'
export const HEIC = 'runtime/libheif.wasm'

/** Needed for the first verdict. */
export const CORE = [WASM, FACE, PERSON, ENCODER, RESAMPLER] as const
/** Loaded once the first verdict is out. */
export const LATE = [PARTS_RUNTIME, PARTS] as const
