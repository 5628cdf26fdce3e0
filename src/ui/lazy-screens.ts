import { createLazyScreen } from './lazy-screen'

const loadPhotoScreens = (): Promise<typeof import('./photo-screens')> => import('./photo-screens')

export const LazyResultScreen = createLazyScreen(
  async () => (await loadPhotoScreens()).ResultScreen,
  text => text.working,
)
export const LazyCompareScreen = createLazyScreen(
  async () => (await loadPhotoScreens()).CompareScreen,
  text => text.working,
)
export const LazyCameraScreen = createLazyScreen(
  async () => (await loadPhotoScreens()).CameraScreen,
  text => text.camera.title,
)
/** Students never open the batch. */
export const LazyBatchScreen = createLazyScreen(
  async () => (await import('./batch/batch-screen')).BatchScreen,
  text => text.batchLoading,
)

/** Once the start screen stands: what a chosen photo or the camera is shown with. */
export function preloadPhotoScreens(): void {
  for (const screen of [LazyResultScreen, LazyCompareScreen, LazyCameraScreen]) screen.preload()
}
