import { writeFileSync } from 'node:fs'
import { drawnPixels } from '../../tools/pictures/drawn-jpeg'
import { GOLDEN_SCENES } from '../../tools/pictures/golden-scenes'
import { openRecorder } from './scenes'

/**
 * `npm run scenes:record` (needs a build): what the models see in the golden scenes, anew, after models or drawings
 * changed on purpose.
 */
const recorder = await openRecorder()
for (const [name, options] of Object.entries(GOLDEN_SCENES))
  writeFileSync(`tests/scenes/${name}.json`, JSON.stringify(await recorder.record(await drawnPixels(options))))
await recorder.close()
