import { expect, it } from 'vitest'
import { isMemoryError } from './memory-error'

it.each([
  'Array buffer allocation failed',
  'Out of memory',
  'out of memory',
  'allocation size overflow',
  "Failed to execute 'getImageData' on 'CanvasRenderingContext2D': Out of memory at ImageData creation",
  'WebAssembly.Memory(): could not allocate memory',
  'WebAssembly.Memory.grow(): Maximum memory size exceeded',
  'WebAssembly.Instance(): Out of memory: Cannot allocate Wasm memory for new instance',
  'Data cannot be cloned, out of memory.',
  'The ImageBitmap could not be allocated.',
  'Aborted(RangeError: Out of memory)',
  'Aborted(OOM). Build with -sASSERTIONS for more info.',
  'Cannot enlarge memory arrays to size 2147483648 bytes',
  'std::bad_alloc',
])('“%s” says that memory ran out', message => expect(isMemoryError(new RangeError(message))).toBe(true))

it.each([
  'Offset is outside the bounds of the DataView',
  'Invalid typed array length: -1',
  'Maximum call stack size exceeded',
  'memory access out of bounds',
  'WebAssembly.Memory(): Argument 0 must be a memory descriptor',
  'toFixed() digits argument must be between 0 and 100',
  'the photo is a memory of somebody',
])('“%s” is a bug, not a lack of memory', message => expect(isMemoryError(new RangeError(message))).toBe(false))

it('what is no error says nothing', () => expect(isMemoryError('out of memory')).toBe(false))
