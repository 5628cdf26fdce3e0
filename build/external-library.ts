import type { Plugin } from 'vite'

/**
 * Keeps the library out of the page's bundle: in the build, `src/zhaojian.ts` is dist/lib/zhaojian.js, shared by the
 * page and host pages. It includes the rules, so the page imports them from there too.
 */
export function externalLibrary(): Plugin {
  return {
    name: 'library-outside',
    apply: 'build',
    enforce: 'pre',
    resolveId(source) {
      // Page chunks are in dist/assets/, the library is in dist/lib/.
      return /(^|\/)(zhaojian|rules(\/index)?)$/.test(source) ? { id: '../lib/zhaojian.js', external: true } : null
    },
  }
}
