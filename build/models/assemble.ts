import { createHash } from 'node:crypto'
import { existsSync } from 'node:fs'
import { mkdir, readFile, writeFile } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { brotliCompressSync, constants } from 'node:zlib'
import { fitForTask } from './fit-for-task'
import { compileKernel } from './kernel'
import { unpackAssets } from './packed-assets'
import { buildStoredZip } from './stored-zip'

/**
 * A file that the site ships besides its own code. `file` is a path under public/, `source` the npm package
 * (package@version).
 */
export interface ManifestEntry {
  readonly file: string
  readonly bytes: number
  /** Length as a host with precompressed files sends it (brotli, quality 9): what the page's progress counts. */
  readonly compressedBytes: number
  readonly sha256: string
  readonly licence: string
  readonly source: string
  /** Description of the model's input; '' for a runtime. */
  readonly input: string
}

const FACE_PACKAGE = '@mediapipe/face_mesh'
const PERSON_PACKAGE = '@mediapipe/selfie_segmentation'
const TASKS_PACKAGE = '@mediapipe/tasks-vision'
const JPEG_PACKAGE = '@jsquash/jpeg'
const ORT_PACKAGE = 'onnxruntime-web'
const HEIC_PACKAGE = 'libheif-js'

interface Recipe extends Pick<ManifestEntry, 'file' | 'licence' | 'input'> {
  readonly package: string
  readonly make: (packageFile: (name: string) => Promise<Buffer>, root: string) => Promise<Uint8Array>
}

const RECIPES: readonly Recipe[] = [
  {
    file: 'models/face.task',
    package: FACE_PACKAGE,
    licence: 'Apache-2.0',
    input: 'face detector 128x128 RGB, attention mesh 192x192 RGB',
    make: async file => {
      const assets = unpackAssets(
        (await file('face_mesh_solution_packed_assets_loader.js')).toString(),
        await file('face_mesh_solution_packed_assets.data'),
      )
      const asset = (name: string): Uint8Array => {
        const bytes = assets.get(name)
        if (!bytes) throw new Error(`${FACE_PACKAGE} no longer packs ${name}.`)
        return bytes
      }
      return buildStoredZip([
        ['face_detector.tflite', fitForTask(asset('face_detection_short_range.tflite'), { mean: 127.5, std: 127.5 })],
        [
          'face_landmarks_detector.tflite',
          fitForTask(asset('face_landmark_with_attention.tflite'), { mean: 0, std: 255 }, true),
        ],
        ['geometry_pipeline_metadata_landmarks.binarypb', asset('geometry_pipeline_metadata_landmarks.binarypb')],
      ])
    },
  },
  {
    file: 'models/person.tflite',
    package: PERSON_PACKAGE,
    licence: 'Apache-2.0',
    input: '256x256 RGB',
    make: async file => fitForTask(await file('selfie_segmentation.tflite'), { mean: 0, std: 255 }),
  },
  {
    file: 'runtime/vision_wasm_module_internal.js',
    package: TASKS_PACKAGE,
    licence: 'Apache-2.0',
    input: '',
    make: file => file('wasm/vision_wasm_module_internal.js'),
  },
  {
    file: 'runtime/vision_wasm_module_internal.wasm',
    package: TASKS_PACKAGE,
    licence: 'Apache-2.0',
    input: '',
    make: file => file('wasm/vision_wasm_module_internal.wasm'),
  },
  {
    file: 'runtime/mozjpeg_enc.wasm',
    package: JPEG_PACKAGE,
    licence: 'Apache-2.0 AND BSD-3-Clause AND IJG',
    input: '',
    make: file => file('codec/enc/mozjpeg_enc.wasm'),
  },
  {
    file: 'runtime/ort-wasm-simd-threaded.wasm',
    package: ORT_PACKAGE,
    licence: 'MIT',
    input: '',
    make: file => file('dist/ort-wasm-simd-threaded.wasm'),
  },
  // A separate, exchangeable file, as LGPL section 4 requires. The loader declares a global; an added line makes it a
  // module that a worker can import.
  {
    file: 'runtime/libheif.js',
    package: HEIC_PACKAGE,
    licence: 'LGPL-3.0',
    input: '',
    make: async file =>
      Buffer.concat([await file('libheif-wasm/libheif.js'), Buffer.from('\nexport default libheif\n')]),
  },
  {
    file: 'runtime/libheif.wasm',
    package: HEIC_PACKAGE,
    licence: 'LGPL-3.0',
    input: '',
    make: file => file('libheif-wasm/libheif.wasm'),
  },
  {
    file: 'runtime/resample.wasm',
    package: 'assemblyscript',
    licence: 'Apache-2.0',
    input: '',
    make: (_file, root) => compileKernel(root),
  },
]

/** Trained by this repository and committed with their cards (public/models/parts.md, covering.md): only verified. */
const OWN_FILES: readonly Omit<ManifestEntry, 'bytes' | 'compressedBytes' | 'sha256'>[] = [
  {
    file: 'models/parts.onnx',
    licence: 'Apache-2.0',
    source: 'training/',
    input:
      'crops around the landmarks, RGB and person mask: ears 80x96, brows 112x80, eyes 144x72, mouth ' +
      '72x48, crown 80x64',
  },
  {
    file: 'models/covering.onnx',
    licence: 'Apache-2.0',
    source: 'training/covering/',
    input: 'crop of the face by its landmarks, 64x64 RGB',
  },
]

const countCompressed = (bytes: Uint8Array): number =>
  brotliCompressSync(bytes, { params: { [constants.BROTLI_PARAM_QUALITY]: 9 } }).length

const sha256 = (bytes: Uint8Array): string => createHash('sha256').update(bytes).digest('hex')
const MANIFEST_PATH = 'public/models/manifest.json'

/**
 * Fills public/models and public/runtime from the installed packages. Every file must match its sha256 in the committed
 * manifest; an Error names the one that does not. With `rewrite` the manifest is rewritten instead, to be reviewed.
 */
export async function assembleAssets(root: string, { rewrite = false } = {}): Promise<void> {
  const manifest = rewrite ? [] : (JSON.parse(await readFile(join(root, MANIFEST_PATH), 'utf8')) as ManifestEntry[])
  const entries: ManifestEntry[] = []
  for (const recipe of RECIPES) {
    const target = join(root, 'public', recipe.file)
    const entry = manifest.find(candidate => candidate.file === recipe.file)
    if (!rewrite && !entry) throw new Error(`${recipe.file} is not in ${MANIFEST_PATH}.`)
    if (entry && existsSync(target) && sha256(await readFile(target)) === entry.sha256) continue
    const folder = join(root, 'node_modules', recipe.package)
    const bytes = await recipe.make(name => readFile(join(folder, name)), root)
    assertHash(recipe.file, bytes, entry)
    await mkdir(dirname(target), { recursive: true })
    await writeFile(target, bytes)
    const { version } = JSON.parse(await readFile(join(folder, 'package.json'), 'utf8')) as { version: string }
    entries.push({
      file: recipe.file,
      bytes: bytes.length,
      compressedBytes: rewrite ? countCompressed(bytes) : 0,
      sha256: sha256(bytes),
      licence: recipe.licence,
      source: `${recipe.package}@${version}`,
      input: recipe.input,
    })
  }
  for (const ownFile of OWN_FILES) {
    const bytes = await readFile(join(root, 'public', ownFile.file))
    if (!rewrite)
      assertHash(
        ownFile.file,
        bytes,
        manifest.find(one => one.file === ownFile.file),
      )
    const { file, ...rest } = ownFile
    const compressedBytes = rewrite ? countCompressed(bytes) : 0
    entries.push({ file, bytes: bytes.length, compressedBytes, sha256: sha256(bytes), ...rest })
  }
  if (rewrite) await writeFile(join(root, MANIFEST_PATH), `${JSON.stringify(entries, null, 2)}\n`)
}

/** Throws, naming the file, if its hash differs from the manifest's. */
export function assertHash(file: string, bytes: Uint8Array, entry: ManifestEntry | undefined): void {
  if (!entry) return
  const actual = sha256(bytes)
  if (actual !== entry.sha256)
    throw new Error(
      `${file}: sha256 is ${actual}, the manifest says ${entry.sha256}. Reinstall with npm ci; if a package ` +
        'was changed on purpose, run npm run models:manifest and review the difference.',
    )
}
