/** Files that the loader fetches, named as in the manifest. Scripts are not included: browsers import them by URL. */
export const VISION_WASM = 'runtime/vision_wasm_module_internal.wasm'
export const FACE_MODEL = 'models/face.task'
export const PERSON_MODEL = 'models/person.tflite'
export const ENCODER_WASM = 'runtime/mozjpeg_enc.wasm'
export const RESAMPLER_WASM = 'runtime/resample.wasm'
export const PARTS_RUNTIME_WASM = 'runtime/ort-wasm-simd-threaded.wasm'
export const PARTS_MODEL = 'models/parts.onnx'
export const COVERING_MODEL = 'models/covering.onnx'
/** Loaded with the first HEIC photo that the browser can't decode. */
export const HEIC_LOADER_SCRIPT = 'runtime/libheif.js'
export const HEIC_WASM = 'runtime/libheif.wasm'

/** Needed for the first verdict. */
export const CORE_FILES = [VISION_WASM, FACE_MODEL, PERSON_MODEL, ENCODER_WASM, RESAMPLER_WASM] as const
/** Loaded after the first verdict. */
export const LATE_FILES = [PARTS_RUNTIME_WASM, PARTS_MODEL, COVERING_MODEL] as const
