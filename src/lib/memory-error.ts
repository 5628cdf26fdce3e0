/**
 * What engines and runtimes say when memory is not to be had, and nothing else: a RangeError may as well be a bug.
 * V8 (src/common/message-template.h), SpiderMonkey (js/public/friend/ErrorNumbers.msg), JavaScriptCore
 * (runtime/ExceptionHelpers.cpp), Blink's ImageData, Emscripten and C++ runtimes inside WebAssembly.
 */
const MEMORY_MESSAGES = [
  /^Array buffer allocation failed$/,
  /^Invalid array buffer length$/,
  /^(InternalError: )?allocation size overflow$/,
  /^out of memory\b/i,
  /\bOut of memory at ImageData creation\b/,
  /^WebAssembly\.Memory(\(\)|\.grow\(\)): /,
  /^could not allocate memory/i,
  /\bAborted\(OOM\)/,
  /\bCannot enlarge memory\b/,
  /\bstd::bad_alloc\b/,
]

/** Whether an error says that memory ran out. */
export function isMemoryError(error: unknown): boolean {
  const message = error instanceof Error || error instanceof DOMException ? error.message : ''
  return MEMORY_MESSAGES.some(pattern => pattern.test(message))
}
