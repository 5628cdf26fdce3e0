/**
 * Extracts the files of an Emscripten data package by the table in its loader script: [{ filename, start, end }, …].
 */
export function unpackAssets(loader: string, data: Uint8Array): Map<string, Uint8Array> {
  const table = /loadPackage\((\{"files".*?\})\);/s.exec(loader)?.[1]
  if (!table) throw new Error('The loader of the packed assets has no table of files.')
  const { files } = JSON.parse(table) as { files: { filename: string; start: number; end: number }[] }
  return new Map(files.map(({ filename, start, end }) => [filename.replace(/^.*\//, ''), data.subarray(start, end)]))
}
