import { readFile } from 'node:fs/promises'
import { join } from 'node:path'

/** Compiles kernels/resample.ts to WebAssembly, reproducibly. Throws with the compiler's messages. */
export async function compileKernel(root: string): Promise<Uint8Array> {
  const { default: asc } = await import('assemblyscript/asc')
  const source = await readFile(join(root, 'kernels/resample.ts'), 'utf8')
  let made: Uint8Array | undefined
  const { error, stderr } = await asc.main(
    [
      'resample.ts',
      '--outFile',
      'resample.wasm',
      '-O3',
      '--runtime',
      'stub',
      '--enable',
      'simd',
      '--importMemory',
      '--noAssert',
    ],
    {
      readFile: name => (name === 'resample.ts' ? source : null),
      writeFile: (_name, contents) => {
        made = contents as Uint8Array
      },
      listFiles: () => [],
    },
  )
  if (error || !made) throw new Error(`kernels/resample.ts does not compile: ${stderr.toString()}`)
  return made
}
