import { defineConfig } from 'vite'
import { contentSecurityPolicy } from './build/content-security-policy'
import { externalLibrary } from './build/external-library'

/**
 * The profile editor, dist/profile.html: a build of its own, so that the student's page shares no chunk with it and
 * stays one script and one
 * style sheet (shared chunks would cost every student 3.5 kB and two requests more).
 */
export default defineConfig({
  base: './',
  plugins: [externalLibrary(), contentSecurityPolicy()],
  build: {
    target: 'es2022',
    outDir: 'dist',
    emptyOutDir: false,
    copyPublicDir: false,
    assetsInlineLimit: 0,
    modulePreload: { polyfill: false },
    rollupOptions: { input: 'profile.html' },
  },
})
