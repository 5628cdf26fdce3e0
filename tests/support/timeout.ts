/**
 * Timeout of a browser test's waits, in milliseconds. Not a performance limit: a busy machine without a GPU may take a
 * minute to start the models.
 */
export const BROWSER_TIMEOUT_MS = 150_000
