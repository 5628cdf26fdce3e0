import type { FileApi } from '../src/contract/apis'
import { readFileFacts } from '../src/sources/file-facts'
import { readFile } from '../src/sources/read-file'
import { serve } from './serve'

const api = {
  async load() {},
  readFacts: async (file, name) => readFileFacts(await readFile(file), name),
} satisfies FileApi

serve(api)
