import { describe, expect, inject, it } from 'vitest'
import { ENGINE_NAMES, ENGINES } from '../../tools/engines/engines'
import { drawJpeg } from '../../tools/pictures/drawn-jpeg'

/** The live loop in Firefox and WebKitGTK: a drawn portrait, played by a canvas for want of a camera. */
describe.each(ENGINE_NAMES)('%s', name => {
  it.skipIf(!ENGINES[name].isThere())(
    'sees in the frames what it sees in the still, and both are faultless',
    async () => {
      const page = await ENGINES[name].open()
      try {
        await page.goto(new URL('../host/', inject('site')).href)
        const seen = await page.evaluate(
          async ({ site, base64 }) => {
            const { createChecker } = await window.importModule(`${site}lib/zhaojian.js`)
            const checker = await createChecker({ locale: 'en' })
            const picture = await createImageBitmap(new Blob([Uint8Array.from(atob(base64), c => c.charCodeAt(0))]))
            const canvas = Object.assign(document.createElement('canvas'), {
              width: picture.width,
              height: picture.height,
            })
            const draw = (): void => canvas.getContext('2d')!.drawImage(picture, 0, 0)
            draw()
            setInterval(draw, 50)
            const video = Object.assign(document.createElement('video'), {
              muted: true,
              playsInline: true,
              srcObject: canvas.captureStream(),
            })
            document.body.append(video)
            await video.play()

            /** What does not pass, files apart: a frame is none. */
            const faults = (
              checks: readonly { readonly id: string; readonly verdict: string; readonly value: unknown }[],
            ): string[] =>
              checks
                .filter(({ id, verdict }) => !id.startsWith('file.') && verdict !== 'pass')
                .map(({ id, verdict, value }) => `${id} ${verdict} ${String(value)}`)
            let live: string[] = ['no report']
            const still = await new Promise<Blob>((resolve, reject) => {
              const end = performance.now() + 90_000
              let taking = false
              // The parts are told some frames later than the rest.
              const watch = checker.watch(video, report => {
                live = faults(report.checks)
                if (taking || (live.length && performance.now() < end)) return
                taking = true
                void watch.capture().then(blob => {
                  watch.stop()
                  resolve(blob)
                }, reject)
              })
            })
            const report = await checker.check(still)
            checker.close()
            return { live, still: faults(report.checks) }
          },
          { site: inject('site'), base64: (await drawJpeg({ width: 720, height: 960 })).toString('base64') },
        )
        expect(seen).toEqual({ live: [], still: [] })
      } finally {
        await page.close()
      }
    },
  )
})
