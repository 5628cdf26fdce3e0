/**
 * Out-of-memory messages of engines and runtimes. Matched by message, because a RangeError may as well be a bug.
 * V8 (src/common/message-template.h), SpiderMonkey (js/public/friend/ErrorNumbers.msg), JavaScriptCore
 * (runtime/ExceptionHelpers.cpp), Blink's ImageData, Emscripten and C++ runtimes inside WebAssembly.
 */
const MEMORY_MESSAGES = [
  /^Array buffer allocation failed$/,
  /^Invalid array buffer length$/,
  /^(InternalError: )?allocation size overflow$/,
  // May follow a prefix: V8's WebAssembly, ImageData and structured clone, Emscripten's abort.
  /\bout of memory\b/i,
  /\bcould not allocate memory\b/i,
  /^WebAssembly\.Memory\.grow\(\): (Maximum memory size exceeded|Unable to grow)/,
  /\bImageBitmap could not be allocated\b/,
  /\bAborted\(OOM\)/,
  /\bCannot enlarge memory\b/,
  /\bstd::bad_alloc\b/,
]

/** Whether an error is an out-of-memory error. */
export function isMemoryError(error: unknown): boolean {
  const message = error instanceof Error || error instanceof DOMException ? error.message : ''
  return MEMORY_MESSAGES.some(pattern => pattern.test(message))
}
