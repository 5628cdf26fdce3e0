/**
 * All profiles but the general one, which is always here. One chunk: a file a school would be 33 requests when the page
 * is kept for offline use, for 8 kB.
 */
export const PROFILE_FILES: readonly { readonly id: string }[] = Object.values(
  import.meta.glob(['./*.json', '!./moe-2017-99.json'], { eager: true, import: 'default' }),
)
