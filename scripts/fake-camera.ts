import { mkdtempSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

/** Switches with which Chromium plays this JPEG as its camera: it takes a file of joined JPEGs for one. */
export function fakeCamera(frame: Buffer): readonly string[] {
  const film = join(mkdtempSync(join(tmpdir(), 'zhaojian-camera-')), 'camera.mjpeg')
  writeFileSync(film, Buffer.concat(Array.from({ length: 10 }, () => frame)))
  return ['--use-fake-device-for-media-stream', '--use-fake-ui-for-media-stream', `--use-file-for-fake-video-capture=${film}`]
}
