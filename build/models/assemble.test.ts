import { createHash } from 'node:crypto'
import { existsSync, readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { buildGatherIndices, REGIONS } from './attention-mesh'
import { assembleAssets, assertHash, type ManifestEntry } from './assemble'
import { buildStoredZip } from './stored-zip'
import { assertNoForeignHosts } from '../foreign-hosts'
import { mkdtempSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

const manifest = JSON.parse(readFileSync('public/models/manifest.json', 'utf8')) as ManifestEntry[]
await assembleAssets(process.cwd())

describe('assembled files', () => {
  it.each(manifest.map(entry => [entry.file, entry] as const))(
    '%s has the listed bytes and a licence text beside it',
    (file, entry) => {
      const bytes = readFileSync(join('public', file))
      expect(bytes.length).toBe(entry.bytes)
      expect(createHash('sha256').update(bytes).digest('hex')).toBe(entry.sha256)
      const text = { 'Apache-2.0': 'Apache-2.0.txt', MIT: 'onnxruntime.txt' }[entry.licence] ?? 'mozjpeg.md'
      expect(existsSync(join('public/models/licences', text))).toBe(true)
    },
  )

  it('a wrong hash stops the build and names the file', () => {
    expect(() => assertHash('models/face.task', Uint8Array.of(1, 2, 3), manifest[0])).toThrow(
      /models\/face\.task: sha256 is 0390/,
    )
  })

  it('the face bundle is a stored zip whose models carry metadata', () => {
    const zip = readFileSync('public/models/face.task')
    const names: string[] = []
    for (let at = 0; zip.readUInt32LE(at) === 0x04034b50;) {
      expect(zip.readUInt16LE(at + 8), 'stored, not deflated').toBe(0)
      const [size, nameLength, extra] = [
        zip.readUInt32LE(at + 18),
        zip.readUInt16LE(at + 26),
        zip.readUInt16LE(at + 28),
      ]
      const name = zip.subarray(at + 30, at + 30 + nameLength).toString()
      const start = at + 30 + nameLength + extra
      names.push(name)
      if (name.endsWith('.tflite')) {
        expect(zip.subarray(start + 4, start + 8).toString()).toBe('TFL3')
        expect(zip.subarray(start, start + size).includes('TFLITE_METADATA')).toBe(true)
      }
      at = start + size
    }
    expect(names).toEqual([
      'face_detector.tflite',
      'face_landmarks_detector.tflite',
      'geometry_pipeline_metadata_landmarks.binarypb',
    ])
  })
})

it('a stored zip can be read back', () => {
  const zip = buildStoredZip([
    ['a.txt', Buffer.from('hello')],
    ['b', Buffer.alloc(3, 7)],
  ])
  expect(zip.readUInt32LE(0)).toBe(0x04034b50)
  expect(zip.readUInt32LE(zip.length - 22)).toBe(0x06054b50)
  expect(zip.readUInt16LE(zip.length - 12)).toBe(2)
})

it('the attention mesh’s 478 points are all gathered, three coordinates each', () => {
  const indices = buildGatherIndices()
  expect(REGIONS.length).toBeGreaterThan(1)
  expect(indices.length).toBe(3 * 478)
  expect(indices.every(index => Number.isInteger(index) && index >= 0)).toBe(true)
})

it('the output may name no host that nobody reviewed', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'zhaojian-hosts-'))
  writeFileSync(join(folder, 'a.js'), '"http://www.w3.org/2000/svg"')
  await expect(assertNoForeignHosts(folder)).resolves.toBeUndefined()
  writeFileSync(join(folder, 'b.js'), 'fetch("https://cdn.example.com/x.js")')
  await expect(assertNoForeignHosts(folder)).rejects.toThrow(/b\.js: cdn\.example\.com/)
})
