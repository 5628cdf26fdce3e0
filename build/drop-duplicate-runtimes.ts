import type { Plugin } from 'vite'

/**
 * Packages reference their wasm file by URL, so the bundler copies it. The workers get the bytes of dist/runtime/
 * instead (one cache, one manifest, one hash), so these copies (14 MB) would never be used.
 */
export function dropDuplicateRuntimes(): Plugin {
  return {
    name: 'runtimes-once',
    apply: 'build',
    generateBundle(_options, bundle) {
      for (const file of Object.keys(bundle)) if (file.endsWith('.wasm')) delete bundle[file]
    },
  }
}
