import type { Plugin } from 'vite'

/**
 * Packages that bring a wasm file along refer to it by URL, and the bundler copies it. The workers are handed the bytes
 * of dist/runtime/ instead (one cache, one manifest, one hash), so the copies, 14 MB of them, would only lie there.
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
