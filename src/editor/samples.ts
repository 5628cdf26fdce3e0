import { composePortrait, drawPerson, type PortraitOptions } from '../drawn'
import { renderSvg, encodeSampleJpeg } from '../state/sample'

export type SampleId = 'faultless' | 'ears' | 'fringe' | 'glare' | 'light' | 'wall' | 'white' | 'finished'

/** What a school wants to see its rules tell: one fault each. */
const SAMPLES: Readonly<Record<SampleId, PortraitOptions>> = {
  faultless: {},
  ears: { hair: 'long', earsCovered: { left: 1, right: 0 } },
  fringe: { fringe: { left: 0.8, right: 0.8 } },
  glare: { glasses: { kind: 'clear', glare: 0.25 } },
  light: { light: { balance: 2 } },
  wall: { wall: { gradient: 24 } },
  white: { wall: { colour: '#FFFFFF' } },
  finished: { width: 480, height: 640 },
}
export const SAMPLE_IDS = Object.keys(SAMPLES) as readonly SampleId[]

/** Large enough for most schools' files, small enough to be judged while one types. */
const SAMPLE_SIZE_PX = { width: 1200, height: 1600 }
/** Every camera's picture has some; a face without any would pass for a retouched one. 8-bit levels. */
const GRAIN_LEVELS = 1.5

const samplesById = new Map<SampleId, Promise<File>>()

/** A drawn portrait with one fault, as a JPEG. Nobody's face. */
export function getSample(id: SampleId): Promise<File> {
  const known = samplesById.get(id) ?? drawSample({ ...SAMPLE_SIZE_PX, noise: GRAIN_LEVELS, ...SAMPLES[id] })
  samplesById.set(id, known)
  return known
}

async function drawSample(options: PortraitOptions & typeof SAMPLE_SIZE_PX): Promise<File> {
  const { width, height } = options
  const canvas = await renderSvg(drawPerson(options), width, height)
  const context = canvas.getContext('2d')!
  const { data } = composePortrait(context.getImageData(0, 0, width, height), options)
  context.putImageData(new ImageData(new Uint8ClampedArray(data), width, height), 0, 0)
  return encodeSampleJpeg(canvas)
}
