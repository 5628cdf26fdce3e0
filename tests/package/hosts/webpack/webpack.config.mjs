import { cpSync } from 'node:fs'
import { resolve } from 'node:path'

// Workers, wasm and models are files that no bundler sees: they are served as they are, from dist/zhaojian/.
cpSync('node_modules/zhaojian/dist', 'dist/zhaojian', { recursive: true })
cpSync('index.html', 'dist/index.html')

export default {
  mode: 'production',
  entry: './src/main.js',
  output: { path: resolve('dist'), filename: 'main.js' },
  // The library is 0.3 MB of script.
  performance: { hints: false },
}
