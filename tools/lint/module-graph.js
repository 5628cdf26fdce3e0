import { readdirSync, readFileSync } from 'node:fs'
import { dirname, join, resolve } from 'node:path'
import ts from 'typescript'

const SOURCE_FILE = /\.(ts|tsx|js)$/

/** All modules under the folders and what each imports, including type-only imports; absolute paths. */
export function readModuleGraph(root, folders) {
  const files = folders.flatMap(folder =>
    readdirSync(join(root, folder), { recursive: true })
      .filter(name => SOURCE_FILE.test(name))
      .map(name => join(root, folder, name)),
  )
  const known = new Set(files)
  const readImports = file =>
    ts
      .preProcessFile(readFileSync(file, 'utf8'), true, true)
      .importedFiles.map(({ fileName }) => resolveModule(file, fileName, path => known.has(path)))
      .filter(path => path !== null)
  return new Map(files.map(file => [file, readImports(file)]))
}

/** The file of a relative specifier; null for packages and non-modules. */
export function resolveModule(importer, specifier, isKnown) {
  if (!specifier.startsWith('.')) return null
  const path = resolve(dirname(importer), specifier.replace(/\?.*$/, ''))
  const candidates = [path, `${path}.ts`, `${path}.tsx`, join(path, 'index.ts'), path.replace(/\.js$/, '.ts')]
  return candidates.find(isKnown) ?? null
}

/**
 * Assigns a component number to each module (strongly connected components, Tarjan 1972): modules with the same number
 * import each other in a cycle.
 */
export function numberComponents(graph) {
  const index = new Map()
  const lowest = new Map()
  const component = new Map()
  const stack = []
  const visit = module => {
    index.set(module, index.size)
    lowest.set(module, index.get(module))
    stack.push(module)
    for (const next of graph.get(module)) {
      if (!index.has(next)) visit(next)
      if (!component.has(next)) lowest.set(module, Math.min(lowest.get(module), lowest.get(next)))
    }
    if (lowest.get(module) !== index.get(module)) return
    const members = stack.splice(stack.indexOf(module))
    for (const member of members) component.set(member, index.get(module))
  }
  for (const module of graph.keys()) if (!index.has(module)) visit(module)
  return component
}
