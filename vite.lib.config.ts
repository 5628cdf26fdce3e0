import { defineConfig } from 'vite'

/** The library and its workers: dist/lib/zhaojian.js, dist/lib/workers/*.js, names without hashes so that `assets` can point at them. */
export default defineConfig({
  base: './',
  publicDir: false,
  build: {
    target: 'es2022', outDir: 'dist', emptyOutDir: false, assetsInlineLimit: 0, modulePreload: false,
    rollupOptions: {
      preserveEntrySignatures: 'strict',
      input: {
        zhaojian: 'src/zhaojian.ts',
        'workers/face': 'workers/face.ts', 'workers/person': 'workers/person.ts', 'workers/photo': 'workers/photo.ts',
      },
      output: { entryFileNames: 'lib/[name].js', chunkFileNames: 'lib/chunks/[name]-[hash].js', assetFileNames: 'lib/chunks/[name]-[hash][extname]' },
    },
  },
})
