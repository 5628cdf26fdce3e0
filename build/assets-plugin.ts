import type { Plugin } from 'vite'
import { assembleAssets } from './models/assemble'

/** Assembles models and runtimes before the dev server or a build starts; a wrong hash stops both. */
export function assetsPlugin(): Plugin {
  let root = process.cwd()
  return {
    name: 'assets',
    configResolved(config) {
      root = config.root
    },
    buildStart: () => assembleAssets(root),
    configureServer: () => assembleAssets(root),
  }
}
