import { AssetLoader } from './asset-loader'
import { CORE_FILES, LATE_FILES } from './asset-files'

/**
 * Whether all files that the loader fetches are cached on this device. Needs the manifest, from the network or a
 * service worker.
 */
export async function areAssetsCached(root: URL): Promise<boolean> {
  try {
    return await (await AssetLoader.open(root, [...CORE_FILES, ...LATE_FILES])).hasAllCached()
  } catch {
    return false
  }
}

/**
 * Deletes files of former versions. With a service worker, that worker does it instead (workers/offline.ts): a newer
 * version may be waiting with its files already cached, which this version's manifest does not list.
 */
export async function deleteOutdatedFiles(loader: AssetLoader, root: URL): Promise<void> {
  const registration = await navigator.serviceWorker?.getRegistration(root.href).catch(() => undefined)
  if (!registration) await loader.deleteUnlisted()
}
