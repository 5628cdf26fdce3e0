/** Every way a photo can be refused or a call can end; each has words in src/text. */
export type FailureCode =
  | 'not-an-image'
  | 'unsupported-format'
  | 'damaged'
  | 'too-large'
  | 'no-face'
  | 'many-faces'
  | 'too-small'
  | 'no-crop'
  | 'out-of-memory'
  | 'aborted'
  | 'closed'
  | 'assets-missing'
  | 'unsupported-browser'

export const FAILURE_CODES: readonly FailureCode[] = [
  'not-an-image',
  'unsupported-format',
  'damaged',
  'too-large',
  'no-face',
  'many-faces',
  'too-small',
  'no-crop',
  'out-of-memory',
  'aborted',
  'closed',
  'assets-missing',
  'unsupported-browser',
]

/**
 * An expected failure. Inside the project its message is the code (and `cause` the detail); the library's edge puts the
 * words of the locale in. `name` is the code too, because comlink keeps only an error's name and message across a
 * worker.
 */
export class PhotoError extends Error {
  readonly code: FailureCode
  constructor(code: FailureCode, message: string = code, options?: { cause?: unknown }) {
    super(message, options)
    this.code = code
    this.name = code
  }
}

export function isFailureCode(name: unknown): name is FailureCode {
  return (FAILURE_CODES as readonly unknown[]).includes(name)
}
