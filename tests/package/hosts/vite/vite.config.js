import { cpSync } from 'node:fs'
import { defineConfig } from 'vite'

// Workers, wasm and models are files that no bundler sees: they are served as they are, from public/zhaojian/.
cpSync('node_modules/zhaojian/dist', 'public/zhaojian', { recursive: true })

export default defineConfig({ base: './' })
