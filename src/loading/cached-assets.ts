import { AssetLoader } from './asset-loader'
import { CORE_FILES, LATE_FILES } from './asset-files'

/**
 * Whether every file that the loader brings in is kept on this device. Needs the manifest, from the network or a
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
 * Lets go of files of former versions. Where a service worker keeps the page, that is its matter (workers/offline.ts):
 * a newer version may be waiting with its files in place already, which this version's manifest does not list.
 */
export async function deleteOutdatedFiles(loader: AssetLoader, root: URL): Promise<void> {
  const registered = await navigator.serviceWorker?.getRegistration(root.href).catch(() => undefined)
  if (!registered) await loader.deleteUnlisted()
}
