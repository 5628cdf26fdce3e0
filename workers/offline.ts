import { addPlugins, precacheAndRoute, type PrecacheEntry } from 'workbox-precaching'
import { AssetLoader, type ManifestEntry } from '../src/loading/asset-loader'
import { CORE_FILES, LATE_FILES } from '../src/loading/asset-files'

declare const self: ServiceWorkerGlobalScope
/** Put in by build/service-worker.ts: the files kept here, and the models' manifest. */
declare const PRECACHE: PrecacheEntry[]
declare const MANIFEST: ManifestEntry[]

/**
 * The service worker: keeps the page and the library's code, so that both open without a network. Models and wasm are
 * kept by the loader itself, with or without this. A new version waits until the page asks for it
 * (src/state/offline.ts) or is closed everywhere.
 */
const root = new URL('./', self.location.href)

// Workbox would load every file without a hash in its name a second time; asked whether it changed, the host answers
// in a few bytes.
addPlugins([
  {
    requestWillFetch: async ({ request }) =>
      request.cache === 'reload' ? new Request(request, { cache: 'no-cache' }) : request,
  },
])
precacheAndRoute(PRECACHE, {
  // ?lang=, ?profile= and whatever a link brings along: it is the same page.
  ignoreURLParametersMatching: [/./],
  cleanURLs: false,
  urlManipulation: ({ url }) => (url.href.startsWith(`${root.href}index.html`) ? [root] : []),
})

self.addEventListener('install', event => {
  // The first time, the page is loading the same files at this moment. An update must not be offered, or take over one
  // day without a network, before its own models are in place.
  if (self.registration.active) event.waitUntil(openLoader().then(files => files.cacheAll()))
})
self.addEventListener('activate', event => event.waitUntil(openLoader().then(files => files.deleteUnlisted())))
self.addEventListener('message', event => {
  if ((event.data as { type?: unknown } | null)?.type === 'SKIP_WAITING') event.waitUntil(self.skipWaiting())
})

const openLoader = (): Promise<AssetLoader> => AssetLoader.fromManifest(root, MANIFEST, [...CORE_FILES, ...LATE_FILES])
