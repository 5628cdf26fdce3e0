/** The cameras of this device, and how one is asked for. */

export interface Device {
  readonly id: string
  readonly label: string
}
/** A device by its id; else the rear camera, which photographs better than the one that looks at who holds it. */
export type DeviceRequest = { readonly id: string } | 'rear'

/**
 * As large as the camera gives: the file needs the pixels. Portrait, as the photo; a camera that is built landscape
 * stays so.
 */
export function openDevice(wish: DeviceRequest): Promise<MediaStream> {
  const which: MediaTrackConstraints =
    wish === 'rear' ? { facingMode: { ideal: 'environment' } } : { deviceId: { exact: wish.id } }
  const isPortrait = matchMedia('(orientation: portrait)').matches
  const [long, short] = [{ ideal: 1920 }, { ideal: 1440 }]
  // A phone held upright turns what it is asked for: its cameras speak of themselves as landscape.
  const size =
    isPortrait && !matchMedia('(pointer: coarse)').matches
      ? { width: short, height: long }
      : { width: long, height: short }
  return navigator.mediaDevices.getUserMedia({ audio: false, video: { ...which, ...size, frameRate: { ideal: 30 } } })
}

export async function listDevices(): Promise<Device[]> {
  const all = await navigator.mediaDevices.enumerateDevices()
  return all
    .filter(({ kind, deviceId }) => kind === 'videoinput' && deviceId !== '')
    .map(({ deviceId, label }) => ({ id: deviceId, label }))
}

export const getDeviceId = (stream: MediaStream): string | null =>
  stream.getVideoTracks()[0]?.getSettings().deviceId ?? null

/** The preview is a mirror only where the camera looks at who holds it; computers' cameras do and do not say so. */
export function isUserFacing(stream: MediaStream): boolean {
  const facing = stream.getVideoTracks()[0]?.getSettings().facingMode
  return facing === undefined ? !matchMedia('(pointer: coarse)').matches : facing === 'user'
}

export function stopStream(stream: MediaStream): void {
  for (const track of stream.getTracks()) track.stop()
}
