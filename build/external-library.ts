import type { Plugin } from 'vite'

/**
 * Keeps the library out of the page's bundle: in the build, `src/zhaojian.ts` is dist/lib/zhaojian.js, one file for
 * page and hosts. The rules are in it: what the page asks of them it asks the library's.
 */
export function externalLibrary(): Plugin {
  return {
    name: 'library-outside',
    apply: 'build',
    enforce: 'pre',
    resolveId(source) {
      // Page chunks lie in dist/assets/, the library in dist/lib/.
      return /(^|\/)(zhaojian|rules(\/index)?)$/.test(source) ? { id: '../lib/zhaojian.js', external: true } : null
    },
  }
}
