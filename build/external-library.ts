import type { Plugin } from 'vite'

/**
 * Keeps the library out of the page's bundle: in the build, `src/zhaojian.ts` is dist/lib/page.js, which
 * dist/lib/zhaojian.js (`src/library.ts`) gives to host pages with every profile. It includes the rules, so the page
 * imports them from there too.
 */
export function externalLibrary(): Plugin {
  return {
    name: 'library-outside',
    apply: 'build',
    enforce: 'pre',
    resolveId(source) {
      // Page chunks are in dist/assets/, the library is in dist/lib/.
      if (/(^|\/)library$/.test(source) && !source.includes('contract'))
        return { id: '../lib/zhaojian.js', external: true }
      return /(^|\/)(zhaojian|rules(\/index)?)$/.test(source) ? { id: '../lib/page.js', external: true } : null
    },
  }
}

/**
 * Lets dist/lib/zhaojian.js import dist/lib/page.js as it is: the bundler would else put what both hold into a third
 * file, and the page would wait for one request more.
 */
export function pageBesideLibrary(): Plugin {
  return {
    name: 'page-beside-library',
    apply: 'build',
    enforce: 'pre',
    resolveId: (source, importer) =>
      source === './zhaojian' && importer?.endsWith('/src/library.ts') ? { id: './page.js', external: true } : null,
  }
}
