import { createHash } from 'node:crypto'
import { readFileSync } from 'node:fs'
import { expect, it } from 'vitest'
import { assembleAssets } from '../../build/models/assemble'
import { compileKernel } from '../../build/models/kernel'

it('the shipped kernel is what its source compiles to', async () => {
  await assembleAssets(process.cwd())
  const listed = (
    JSON.parse(readFileSync('public/models/manifest.json', 'utf8')) as { file: string; sha256: string }[]
  ).find(entry => entry.file === 'runtime/resample.wasm')
  expect(
    createHash('sha256')
      .update(await compileKernel(process.cwd()))
      .digest('hex'),
  ).toBe(listed?.sha256)
}, 60_000)
