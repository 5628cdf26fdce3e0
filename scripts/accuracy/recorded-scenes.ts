import { createHash } from 'node:crypto'
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { homedir } from 'node:os'
import { basename, join } from 'node:path'
import { deserialize, serialize } from 'node:v8'
import type { Scene } from '../../src/contract/scene'
import { addParts } from '../../tools/pictures/recorded-scene'
import { openSceneRecorder } from '../../tools/browser/scene-recorder'

/** Kept outside the project: some megabytes a portrait. */
const CACHE_FOLDER = join(process.env['XDG_CACHE_HOME'] ?? join(homedir(), '.cache'), 'zhaojian-scenes')

/** What the models saw of portraits, from the cache or recorded now (which needs a build). */
export function openRecordedScenes(): {
  load(folder: string, file: string): Promise<Scene>
  close(): Promise<void>
} {
  let recorder: ReturnType<typeof openSceneRecorder> | undefined
  return {
    async load(folder, file) {
      const path = join(folder, file)
      const hash = createHash('sha256').update(readFileSync(path)).digest('hex').slice(0, 16)
      const cached = join(CACHE_FOLDER, `${basename(folder)}-${hash}.v1`)
      if (!existsSync(cached)) {
        mkdirSync(CACHE_FOLDER, { recursive: true })
        recorder ??= openSceneRecorder()
        writeFileSync(cached, serialize(await addParts(await (await recorder).loadScene(path))))
      }
      return deserialize(readFileSync(cached)) as Scene
    },
    close: async () => (await recorder)?.close(),
  }
}
