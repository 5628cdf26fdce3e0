/** What the loader keeps on the device: models and their runtimes. */
export const MODEL_FILE = /\.(wasm|task|tflite|onnx)$/
