import type { Page } from 'playwright-core'
import { drawFilm, getMarkerGrey, type FilmStretch } from './film'

/** A student at the camera: in the dark, then turned away, then with hair over the ears, then without faults. */
export const COACH_STRETCHES: readonly (FilmStretch & { readonly expected: RegExp })[] = [
  { name: 'too dark', seconds: 5, options: { light: { stops: -3 } }, expected: /^lighting\.exposure$/ },
  { name: 'turned', seconds: 5, options: { yaw: 35 }, expected: /^pose\.yaw$/ },
  {
    name: 'hair over the ears',
    seconds: 5,
    options: { hair: 'long', earsCovered: { left: 1, right: 1 } },
    expected: /^ears\./,
  },
  { name: 'right', seconds: 5, options: {}, expected: /^(hold-still|ready)$/ },
]
export const RIGHT_STRETCH = COACH_STRETCHES.length - 1
export const drawCoachFilm = (): Promise<Buffer> => drawFilm(COACH_STRETCHES)

/** What the camera screen said from `at` (ms) on, and which stretch of the film was playing. */
export interface CoachNote {
  readonly at: number
  readonly stretch: number
  readonly instruction: string
}

/** Starts recording each change of stretch or instruction in the page; read with `notes`. */
export async function startNotes(page: Page): Promise<void> {
  await page.evaluate(
    ([first, step]) => {
      const notes: CoachNote[] = ((window as unknown as { notes: CoachNote[] }).notes = [])
      const video = document.querySelector('video')!
      const corner = { rect: { x: 8, y: 8, width: 8, height: 8 } }
      const bytes = new Uint8Array(1024)
      let stretch = -1
      // Reads only the corner's lightness, ten times a second: reading whole frames would slow down what is measured.
      const readCorner = async (): Promise<void> => {
        if (!video.isConnected || video.readyState < HTMLMediaElement.HAVE_CURRENT_DATA) return
        const frame = new VideoFrame(video)
        const [plane] = await frame.copyTo(bytes, corner)
        const luma = bytes[plane!.offset]!
        const grey = frame.colorSpace.fullRange ? luma : (luma - 16) / 0.859
        frame.close()
        stretch = Math.round((grey - first!) / (step! - first!))
        note()
      }
      const note = (): void => {
        const instruction = document.querySelector<HTMLElement>('.camera')?.dataset['instruction'] ?? ''
        const last = notes.at(-1)
        if (last?.stretch !== stretch || last.instruction !== instruction)
          notes.push({ at: performance.now(), stretch, instruction })
      }
      setInterval(() => void readCorner(), 100)
      new MutationObserver(note).observe(document.querySelector('.camera')!, {
        attributes: true,
        attributeFilter: ['data-instruction'],
      })
    },
    [getMarkerGrey(0), getMarkerGrey(1)],
  )
}

export const readNotes = (page: Page): Promise<CoachNote[]> =>
  page.evaluate(() => (window as unknown as { notes: CoachNote[] }).notes)

/** The stretch that a photo shows, by its corner marker. */
export function readStretch(page: Page): Promise<number> {
  return page.evaluate(
    async ([first, step]) => {
      const image = document.querySelector<HTMLImageElement>('.photo-frame img')!
      await image.decode()
      const canvas = document.createElement('canvas')
      canvas.width = canvas.height = 1
      const context = canvas.getContext('2d')!
      context.drawImage(image, 8, 8, 8, 8, 0, 0, 1, 1)
      return Math.round((context.getImageData(0, 0, 1, 1).data[0]! - first!) / (step! - first!))
    },
    [getMarkerGrey(0), getMarkerGrey(1)],
  )
}
