/**
 * URL of the folder that this script was loaded from, which is the site's. A classic script uses
 * `document.currentScript`. It is null in a module, and `import.meta` would be a syntax error in a classic script, so a
 * module's URL is taken from an error stack; else from the page's script tag. Must be called while the script runs;
 * null if a host's bundler includes the script: the host then sets `base`.
 */
export function findScriptFolder(): string | null {
  const { currentScript } = document
  const url =
    (currentScript instanceof HTMLScriptElement && currentScript.src) ||
    /https?:\/\/[^\s)]*?embed\.js/.exec(new Error().stack ?? '')?.[0] ||
    document.querySelector<HTMLScriptElement>('script[src*="embed.js"]')?.src
  return url ? new URL('./', url).href : null
}
