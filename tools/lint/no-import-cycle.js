import { numberComponents, readModuleGraph, resolveModule } from './module-graph.js'

const componentsByRoot = new Map()

function readComponents(root, folders) {
  if (!componentsByRoot.has(root)) componentsByRoot.set(root, numberComponents(readModuleGraph(root, folders)))
  return componentsByRoot.get(root)
}

/**
 * Forbids import cycles. Unlike `import-x/no-cycle` it includes `import type`, because modules that need each other's
 * types can't be read or moved apart either. The graph is read once per run.
 */
export const noImportCycle = {
  meta: {
    type: 'problem',
    schema: [
      { type: 'object', properties: { root: { type: 'string' }, folders: { type: 'array' } }, required: ['root'] },
    ],
    messages: { cycle: 'Import cycle: {{specifier}} imports this file, directly or through others.' },
  },
  create(context) {
    const { root, folders } = context.options[0]
    const components = readComponents(root, folders)
    const own = components.get(context.filename)
    const check = node => {
      const specifier = node.source?.value
      if (own === undefined || typeof specifier !== 'string') return
      const target = resolveModule(context.filename, specifier, path => components.has(path))
      if (target !== null && components.get(target) === own)
        context.report({ node, messageId: 'cycle', data: { specifier } })
    }
    return {
      ImportDeclaration: check,
      ImportExpression: check,
      ExportNamedDeclaration: check,
      ExportAllDeclaration: check,
      TSImportType: check,
    }
  },
}
