import { AssetLoader } from './asset-loader'
import { CORE, LATE } from './files'

/**
 * Whether every file that the loader brings in is kept on this device. Needs the manifest, from the network or a
 * service worker.
 */
export async function isAllKept(root: URL): Promise<boolean> {
  try {
    return await (await AssetLoader.open(root, [...CORE, ...LATE])).holdsAll()
  } catch {
    return false
  }
}

/**
 * Lets go of files of former versions. Where a service worker keeps the page, that is its matter (workers/offline.ts):
 * a newer version may be
 * waiting with its files in place already, which this version's manifest does not list.
 */
export async function dropFormer(loader: AssetLoader, root: URL): Promise<void> {
  const registered = await navigator.serviceWorker?.getRegistration(root.href).catch(() => undefined)
  if (!registered) await loader.dropUnlisted()
}
