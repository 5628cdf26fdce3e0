/** This device's cameras, and how to request one. */

export interface Device {
  readonly id: string
  readonly label: string
}
/** A device by its id; else the rear camera, which takes better photos than the front one. */
export type DeviceRequest = { readonly id: string } | 'rear'

/**
 * Requests a high resolution (ideal 1920 x 1440), because the produced file needs the pixels, and portrait orientation,
 * like the photo. Both are only ideal: a landscape camera stays landscape.
 */
export function openDevice(request: DeviceRequest): Promise<MediaStream> {
  const source: MediaTrackConstraints =
    request === 'rear' ? { facingMode: { ideal: 'environment' } } : { deviceId: { exact: request.id } }
  const isPortrait = matchMedia('(orientation: portrait)').matches
  const [long, short] = [{ ideal: 1920 }, { ideal: 1440 }]
  // A phone held upright rotates the request itself: its cameras report landscape sizes.
  const size =
    isPortrait && !matchMedia('(pointer: coarse)').matches
      ? { width: short, height: long }
      : { width: long, height: short }
  return navigator.mediaDevices.getUserMedia({ audio: false, video: { ...source, ...size, frameRate: { ideal: 30 } } })
}

export async function listDevices(): Promise<Device[]> {
  const all = await navigator.mediaDevices.enumerateDevices()
  return all
    .filter(({ kind, deviceId }) => kind === 'videoinput' && deviceId !== '')
    .map(({ deviceId, label }) => ({ id: deviceId, label }))
}

export const getDeviceId = (stream: MediaStream): string | null =>
  stream.getVideoTracks()[0]?.getSettings().deviceId ?? null

/** Mirror the preview only for a user-facing camera; computers' cameras face the user but don't report facingMode. */
export function isUserFacing(stream: MediaStream): boolean {
  const facing = stream.getVideoTracks()[0]?.getSettings().facingMode
  return facing === undefined ? !matchMedia('(pointer: coarse)').matches : facing === 'user'
}

export function stopStream(stream: MediaStream): void {
  for (const track of stream.getTracks()) track.stop()
}
