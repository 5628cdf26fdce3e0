import { defineConfig } from 'vite'
import { assetsPlugin } from './build/assets-plugin'
import { contentSecurityPolicy } from './build/content-security-policy'
import { externalLibrary } from './build/external-library'

/** The page. The library is a build of its own (vite.lib.config.ts): the page loads it as every host page does. */
export default defineConfig({
  base: './',
  plugins: [assetsPlugin(), externalLibrary(), contentSecurityPolicy()],
  server: { port: 5173 },
  preview: { port: 4173 },
  // Never pre-bundle what brings its own wasm loader along.
  optimizeDeps: {
    exclude: ['@mediapipe/tasks-vision', '@jsquash/jpeg', 'onnxruntime-web'],
    entries: ['*.html', 'workers/*.ts'],
  },
  build: { target: 'es2022', assetsInlineLimit: 0, modulePreload: { polyfill: false } },
})
