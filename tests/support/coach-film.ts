import type { Page } from 'playwright-core'
import { film, markerOf, type Stretch } from './film'

/** A student at the camera: first in the dark, then turned away, then with hair over the ears, then right. */
export const STRETCHES: readonly (Stretch & { readonly expected: RegExp })[] = [
  { name: 'too dark', seconds: 5, options: { light: { stops: -3 } }, expected: /^lighting\.exposure$/ },
  { name: 'turned', seconds: 5, options: { yaw: 35 }, expected: /^pose\.yaw$/ },
  { name: 'hair over the ears', seconds: 5, options: { hair: 'long', earsCovered: { left: 1, right: 1 } }, expected: /^ears\./ },
  { name: 'right', seconds: 5, options: {}, expected: /^(hold-still|ready)$/ },
]
export const RIGHT = STRETCHES.length - 1
export const coachFilm = (): Promise<Buffer> => film(STRETCHES)

/** What the camera screen said, and which stretch was on show, from `at` (ms) on. */
export interface Said { readonly at: number; readonly stretch: number; readonly instruction: string }

/** Starts noting each change of stretch or instruction in the page; read with `notes`. */
export async function startNotes(page: Page): Promise<void> {
  await page.evaluate(([first, step]) => {
    const notes: Said[] = (window as unknown as { notes: Said[] }).notes = []
    const video = document.querySelector('video')!
    const corner = { format: 'RGBA', rect: { x: 8, y: 8, width: 8, height: 8 } } as const
    const pixels = new Uint8Array(4 * 64)
    const look = async (): Promise<void> => {
      if (!video.isConnected) return
      // Only the corner: reading a whole frame back would slow down what is being watched.
      const frame = new VideoFrame(video)
      await frame.copyTo(pixels, corner)
      frame.close()
      const stretch = Math.round((pixels[0]! - first!) / (step! - first!))
      const instruction = document.querySelector<HTMLElement>('.camera')?.dataset['instruction'] ?? ''
      const last = notes.at(-1)
      if (last?.stretch !== stretch || last.instruction !== instruction) notes.push({ at: performance.now(), stretch, instruction })
      video.requestVideoFrameCallback(() => void look())
    }
    video.requestVideoFrameCallback(() => void look())
  }, [markerOf(0), markerOf(1)])
}

export const notesOf = (page: Page): Promise<Said[]> => page.evaluate(() => (window as unknown as { notes: Said[] }).notes)

/** Which stretch a photo shows, by its corner. */
export function stretchShown(page: Page): Promise<number> {
  return page.evaluate(async ([first, step]) => {
    const image = document.querySelector<HTMLImageElement>('.photo-frame img')!
    await image.decode()
    const canvas = document.createElement('canvas')
    canvas.width = canvas.height = 1
    const context = canvas.getContext('2d')!
    context.drawImage(image, 8, 8, 8, 8, 0, 0, 1, 1)
    return Math.round((context.getImageData(0, 0, 1, 1).data[0]! - first!) / (step! - first!))
  }, [markerOf(0), markerOf(1)])
}
