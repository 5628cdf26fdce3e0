import { defineConfig } from 'vite'
import { dropDuplicateRuntimes } from './build/drop-duplicate-runtimes'
import { pageBesideLibrary } from './build/external-library'
import { listedProfiles } from './build/listed-profiles'

/**
 * The library and its workers: dist/lib/zhaojian.js, dist/lib/workers/*.js, names without hashes so that `assets` can
 * point at them.
 */
export default defineConfig({
  base: './',
  publicDir: false,
  plugins: [dropDuplicateRuntimes(), listedProfiles(), pageBesideLibrary()],
  build: {
    target: 'es2022',
    outDir: 'dist',
    emptyOutDir: false,
    assetsInlineLimit: 0,
    modulePreload: false,
    rollupOptions: {
      preserveEntrySignatures: 'strict',
      input: {
        zhaojian: 'src/library.ts',
        page: 'src/zhaojian.ts',
        'workers/face': 'workers/face.ts',
        'workers/person': 'workers/person.ts',
        'workers/photo': 'workers/photo.ts',
        'workers/parts': 'workers/parts.ts',
        'workers/heic': 'workers/heic.ts',
        'workers/file': 'workers/file.ts',
        'workers/pool-worker': 'workers/pool-worker.ts',
      },
      output: {
        entryFileNames: 'lib/[name].js',
        chunkFileNames: 'lib/chunks/[name]-[hash].js',
        assetFileNames: 'lib/chunks/[name]-[hash][extname]',
      },
    },
  },
})
