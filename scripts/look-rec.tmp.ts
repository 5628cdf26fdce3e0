import { writeFileSync } from 'node:fs'
import { serialize } from 'node:v8'
import { openSceneRecorder } from '../tools/browser/scene-recorder'
const rec = await openSceneRecorder()
for (const f of ['00-baseline-good.jpg','black-bar-at-the-bottom.jpg','chair-back-black-behind-shoulders.jpg','date-stamp-on-the-wall.jpg','name-bar-at-the-bottom.jpg','rounded-corners.jpg','enlarged-from-100-px.jpg']) { writeFileSync(`/tmp/look-cache/cases__${f}.bin`, serialize(await rec.loadScene('/work/shared/cases/'+f))); console.log(f) }
await rec.close()
