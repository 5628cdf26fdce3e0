/**
 * Milliseconds that a browser test waits for what must come. No measure of speed: a busy machine without a GPU may
 * take a minute to start the models.
 */
export const BROWSER_TIMEOUT_MS = 150_000
