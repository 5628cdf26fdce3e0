import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { CONTENT_SECURITY_POLICY, LASTING_POLICY } from '../../build/content-security-policy'

describe('the hosting guides', () => {
  const guide = (locale: string): string => readFileSync(`docs/hosting.${locale}.md`, 'utf8')

  it.each(['zh-CN', 'en'])(
    '%s: the example server sends what lasts of the policy that the page carries, and says who may frame it',
    locale => {
      expect(guide(locale)).toContain(`add_header Content-Security-Policy "${LASTING_POLICY}; frame-ancestors `)
      expect(CONTENT_SECURITY_POLICY).toContain(LASTING_POLICY)
    },
  )

  it('have the same sections, tables, steps and commands in both languages', () => {
    const shape = (text: string): string[] =>
      text
        .split('\n')
        .map(line => /^(#+|```\w*|\d\.|\||-)/.exec(line)?.[1] ?? '')
        .filter(Boolean)
    expect(shape(guide('zh-CN'))).toEqual(shape(guide('en')))
  })
})
