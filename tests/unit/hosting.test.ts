import { readFileSync } from 'node:fs'
import { expect, it } from 'vitest'
import { POLICY } from '../../build/content-security-policy'

it('the nginx example sends the policy that the page carries, and says who may frame it', () => {
  expect(readFileSync('docs/nginx.conf', 'utf8')).toContain(`add_header Content-Security-Policy "${POLICY}; frame-ancestors `)
})

it('both hosting guides have the same sections, tables and commands', () => {
  const shape = (path: string): string[] => readFileSync(path, 'utf8').split('\n').map(line => /^(#+|```\w*|\d\.|\||-)/.exec(line)?.[1] ?? '').filter(Boolean)
  expect(shape('docs/hosting.zh-CN.md')).toEqual(shape('docs/hosting.en.md'))
})
