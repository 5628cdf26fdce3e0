import { writeFileSync } from 'node:fs'
import { drawPixels } from '../../tools/pictures/drawn-jpeg'
import { GOLDEN_SCENES } from '../../tools/pictures/golden-scenes'
import { openSceneRecorder } from '../../tools/browser/scene-recorder'

/**
 * `npm run scenes:record` (needs a build): records the models' detections in the golden scenes again, after an
 * intentional change of models or drawings.
 */
const recorder = await openSceneRecorder()
for (const [name, options] of Object.entries(GOLDEN_SCENES))
  writeFileSync(`tests/scenes/${name}.json`, JSON.stringify(await recorder.record(await drawPixels(options))))
await recorder.close()
