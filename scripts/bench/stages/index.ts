import { measureDecode, measureEncode, measureFace, measurePerson } from './bare'
import { measureChecker, type CheckerFigures, type StageTimes } from './checker'
import { measureParts, type PartsFigures } from './parts'

export interface StageFigures {
  readonly bare: StageTimes
  readonly parts: PartsFigures
  readonly checker: CheckerFigures
  /** The file that was made, in words. */
  readonly output: string
}

/** Everything is measured one after the other. Runs in the page; `base` is where site, photo and modules are served. */
export async function measureStages(base: string): Promise<StageFigures> {
  const photo = await (await fetch(`${base}/photos/photo.jpg`)).blob()
  const decode = await measureDecode(photo)
  const face = await measureFace(base, photo)
  const person = await measurePerson(base, photo)
  const parts = await measureParts(base)
  const {
    figures: checker,
    produced: { jpeg, report },
  } = await measureChecker(base, photo)
  const picture = await createImageBitmap(jpeg)
  const quality = Number(report.checks.find(check => check.id === 'file.quality')?.value ?? 92)
  const encode = await measureEncode(base, picture, quality)
  return {
    bare: { decode, face, person, encode },
    parts,
    checker,
    output: `${picture.width}x${picture.height}, ${jpeg.size} bytes, quality ${quality}`,
  }
}
