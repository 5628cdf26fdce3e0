import { copyFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { generateDtsBundle } from 'dts-bundle-generator'

/** Bundles the types of a source file and all project types that it references into one file. */
function bundleTypes(filePath: string, exportReferencedTypes: boolean): string {
  const output = { noBanner: true, exportReferencedTypes, inlineDeclareGlobals: true }
  return generateDtsBundle([{ filePath, output }], { preferredConfigPath: 'tsconfig.json' })[0]!
}

/** Writes the types of the library and the element, and those of the element's tag in React and Preact. */
export async function buildTypes(folder: string): Promise<void> {
  await writeFile(join(folder, 'lib/zhaojian.d.ts'), bundleTypes('src/library.ts', false))
  await writeFile(join(folder, 'embed.d.ts'), bundleTypes('src/embed/host/element-types.ts', false))
  for (const library of ['react', 'preact']) await copyFile(`types/${library}.d.ts`, join(folder, `${library}.d.ts`))
}
