import { writeFileSync } from 'node:fs'
import { drawPixels } from '../../tools/pictures/drawn-jpeg'
import { GOLDEN_SCENES } from '../../tools/pictures/golden-scenes'
import { openSceneRecorder } from '../../tools/browser/scene-recorder'

/**
 * `npm run scenes:record` (needs a build): what the models see in the golden scenes, anew, after models or drawings
 * changed on purpose.
 */
const recorder = await openSceneRecorder()
for (const [name, options] of Object.entries(GOLDEN_SCENES))
  writeFileSync(`tests/scenes/${name}.json`, JSON.stringify(await recorder.record(await drawPixels(options))))
await recorder.close()
