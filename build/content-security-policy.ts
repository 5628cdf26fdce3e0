import type { Plugin } from 'vite'

/**
 * What a host may send as a header as well: unlike the whole policy it holds for every version, because it says nothing
 * of scripts and styles, of which the page allows its inline ones by their hashes (build/prerender).
 */
export const LASTING_POLICY = [
  "worker-src 'self' blob:",
  "connect-src 'self' blob:",
  "img-src 'self' blob: data:",
  "media-src 'self' blob:",
  "font-src 'self'",
  "manifest-src 'self'",
  "frame-src 'none'",
  "object-src 'none'",
  "base-uri 'none'",
  "form-action 'none'",
].join('; ')

/**
 * Allows requests only to the page's own origin. 'wasm-unsafe-eval' allows compiling WebAssembly (not JavaScript eval);
 * blob: is for URLs that the page creates: the shared wasm copy, pictures, the saved file, the camera's preview.
 */
export const CONTENT_SECURITY_POLICY = [
  "default-src 'none'",
  "script-src 'self' 'wasm-unsafe-eval'",
  "style-src 'self'",
  LASTING_POLICY,
].join('; ')

/** Writes the policy into the built page only: the dev server's client needs inline scripts. */
export function contentSecurityPolicy(): Plugin {
  return {
    name: 'content-security-policy',
    apply: 'build',
    transformIndexHtml: () => [
      {
        tag: 'meta',
        attrs: { 'http-equiv': 'Content-Security-Policy', content: CONTENT_SECURITY_POLICY },
        injectTo: 'head-prepend',
      },
    ],
  }
}
