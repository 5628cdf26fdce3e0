/** Files that still break a limit on length, parameters or width. */
export const PENDING_LIMITS = [
]
