/** Every way a photo can be refused or a call can end; each has words in src/text. */
export const FAILURE_CODES = [
  'not-an-image',
  'unsupported-format',
  'damaged',
  'changed-file',
  'too-large',
  'no-face',
  'many-faces',
  'too-small',
  'no-crop',
  'out-of-memory',
  'crashed',
  'too-slow',
  'aborted',
  'closed',
  'assets-missing',
  'unsupported-browser',
  'unexpected',
] as const
export type FailureCode = (typeof FAILURE_CODES)[number]

/** What the project does about a failure, beside its public code: never shown. */
export const FAILURE_REASONS = ['no-webgl', 'undecodable-heic'] as const
export type FailureReason = (typeof FAILURE_REASONS)[number]

interface FailureOptions {
  readonly cause?: unknown
  readonly reason?: FailureReason
}

/**
 * An expected failure, or with 'unexpected' a bug of ours. Inside the project its message is a detail for the console;
 * the library's edge puts the words of the locale in. `name` is the code, with its reason behind a slash where it has
 * one, because comlink keeps only an error's name and message across a worker.
 */
export class PhotoError extends Error {
  readonly code: FailureCode
  readonly reason: FailureReason | null
  constructor(code: FailureCode, message: string = code, { reason, ...options }: FailureOptions = {}) {
    super(message, options)
    this.code = code
    this.reason = reason ?? null
    this.name = reason ? `${code}/${reason}` : code
  }
}

export function isFailureCode(value: unknown): value is FailureCode {
  return (FAILURE_CODES as readonly unknown[]).includes(value)
}

const isFailureReason = (value: unknown): value is FailureReason =>
  (FAILURE_REASONS as readonly unknown[]).includes(value)

/** The PhotoError that an error from a worker was there, by its name; null where it was none. */
export function restorePhotoError({ name, message }: Error, cause: unknown): PhotoError | null {
  const [code, reason] = name.split('/')
  if (!isFailureCode(code)) return null
  return new PhotoError(code, message, { cause, ...(isFailureReason(reason) ? { reason } : {}) })
}
