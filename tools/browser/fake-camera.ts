import { mkdtempSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

/** Switches that make Chromium play a film (concatenated JPEGs) as its camera and grant access without a prompt. */
export function buildCameraSwitches(film: Buffer): readonly string[] {
  const path = join(mkdtempSync(join(tmpdir(), 'zhaojian-camera-')), 'camera.mjpeg')
  writeFileSync(path, film)
  return [
    '--use-fake-device-for-media-stream',
    '--use-fake-ui-for-media-stream',
    `--use-file-for-fake-video-capture=${path}`,
  ]
}

/** A film of a single picture. */
export const buildStillFilm = (frame: Buffer): Buffer => Buffer.concat(Array.from({ length: 10 }, () => frame))
