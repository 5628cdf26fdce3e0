import { addPlugins, precacheAndRoute, type PrecacheEntry } from 'workbox-precaching'
import { AssetLoader, type ManifestEntry } from '../src/loading/asset-loader'
import { CORE_FILES, LATE_FILES } from '../src/loading/asset-files'

declare const self: ServiceWorkerGlobalScope
/** Inserted by build/service-worker.ts: the files to precache, and the models' manifest. */
declare const PRECACHE: PrecacheEntry[]
declare const MANIFEST: ManifestEntry[]

/**
 * The service worker: precaches the page and the library's code, so that both open offline. Models and wasm are cached
 * by the loader itself, with or without a service worker. A new version waits until the page activates it
 * (src/state/offline.ts) or all of its tabs are closed.
 */
const root = new URL('./', self.location.href)

// Workbox would download files without a hash in their name a second time; revalidation with the host takes only a few
// bytes.
addPlugins([
  {
    requestWillFetch: async ({ request }) =>
      request.cache === 'reload' ? new Request(request, { cache: 'no-cache' }) : request,
  },
])
precacheAndRoute(PRECACHE, {
  // ?lang=, ?profile= and other parameters of a link don't change the page.
  ignoreURLParametersMatching: [/./],
  cleanURLs: false,
  urlManipulation: ({ url }) => (url.href.startsWith(`${root.href}index.html`) ? [root] : []),
})

self.addEventListener('install', event => {
  // On the first installation the page itself is downloading the same files. An update must not be offered, or
  // activated while offline, before its own models are cached.
  if (self.registration.active) event.waitUntil(openLoader().then(files => files.cacheAll()))
})
self.addEventListener('activate', event => event.waitUntil(openLoader().then(files => files.deleteUnlisted())))
self.addEventListener('message', event => {
  if ((event.data as { type?: unknown } | null)?.type === 'SKIP_WAITING') event.waitUntil(self.skipWaiting())
})

const openLoader = (): Promise<AssetLoader> => AssetLoader.fromManifest(root, MANIFEST, [...CORE_FILES, ...LATE_FILES])
