import { expect, it } from 'vitest'
import { fileFacts } from '../../../tests/support/case-files'
import { drawScene } from '../../../tests/support/case-scenes'
import type { Pixels } from '../../contract/pixels'
import { measureFile } from './measure'

/** The same picture without its colours, in three channels. */
function drain({ width, height, data }: Pixels): Pixels {
  const grey = Uint8ClampedArray.from(data, (_, i) => (i % 4 === 3 ? 255 : data[i - (i % 4) + 1]!))
  return { width, height, data: grey }
}

it('names a grey picture in a colour file', async () => {
  const scene = { ...(await drawScene()), file: await fileFacts() }
  expect(measureFile(scene, null).colour).toEqual({ value: 'srgb-24' })
  const whole = { ...scene.whole, pixels: drain(scene.whole.pixels) }
  expect(measureFile({ ...scene, whole }, null).colour).toEqual({ value: 'grey-in-srgb-24' })
})
