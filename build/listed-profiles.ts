import { readFile } from 'node:fs/promises'
import { dirname, resolve } from 'node:path'
import type { Plugin } from 'vite'

/**
 * In the build, what src/profiles/names.ts imports of a profile is a module of its own, without the rules: the page
 * holds the names of all schools, and the rules of the default one only.
 */
export function listedProfiles(): Plugin {
  return {
    name: 'listed-profiles',
    apply: 'build',
    enforce: 'pre',
    resolveId(source, importer) {
      if (!importer?.endsWith('/profiles/names.ts') || !source.endsWith('.json')) return null
      return `${resolve(dirname(importer), source)}?listed`
    },
    async load(path) {
      if (!path.endsWith('.json?listed')) return null
      const { id, name, search } = JSON.parse(await readFile(path.replace(/\?.*/, ''), 'utf8')) as Record<
        string,
        unknown
      >
      const code = Object.entries({ id, name, search }).map(
        ([key, value]) => `export const ${key} = ${JSON.stringify(value)}\n`,
      )
      return { code: code.join(''), moduleType: 'js' }
    },
  }
}
