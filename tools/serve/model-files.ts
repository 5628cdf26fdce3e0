/** Files that the loader caches on the device: models and their runtimes. */
export const MODEL_FILE = /\.(wasm|task|tflite|onnx)$/
