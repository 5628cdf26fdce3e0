import { execFileSync } from 'node:child_process'
import { existsSync, readFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { expect, it } from 'vitest'

const pages = execFileSync('git', ['ls-files', '-co', '--exclude-standard', '*.md'], { encoding: 'utf8' })
  .split('\n')
  .filter(path => existsSync(path) && !path.startsWith('public/models/licences/'))
const scripts = Object.keys(
  (JSON.parse(readFileSync('package.json', 'utf8')) as { scripts: Record<string, string> }).scripts,
)

/** Links and pictures to files of the project: not addresses, not anchors of the same page. */
const linksOf = (text: string): string[] =>
  [...text.matchAll(/\]\(([^)\s]+)\)/g)]
    .map(([, link]) => link!.replace(/#.*$/, ''))
    .filter(link => link !== '' && !/^[a-z]+:/.test(link))

/** Paths of source files named in code marks, without placeholders. */
const pathsOf = (text: string): string[] =>
  [
    ...text.matchAll(
      /`((?:src|workers|tools|scripts|tests|build|training|docs|public)\/[\w./-]+\.(?:ts|tsx|py|md|json))`/g,
    ),
  ]
    .map(([, path]) => path!)
    .filter(path => !path.endsWith('.tflite'))

it.each(pages)('%s links to what is there', page => {
  const missing = linksOf(readFileSync(page, 'utf8')).filter(link => !existsSync(join(dirname(page), link)))
  expect(missing).toEqual([])
})

it.each(pages)('%s names source files that are there', page => {
  // A change log tells of files that are gone.
  if (page === 'CHANGELOG.md') return
  expect(pathsOf(readFileSync(page, 'utf8')).filter(path => !existsSync(path))).toEqual([])
})

it.each(pages)('%s names commands that are there', page => {
  const named = [...readFileSync(page, 'utf8').matchAll(/npm run ([a-z][a-z:-]*)/g)].map(([, name]) => name!)
  expect(named.filter(name => !scripts.includes(name))).toEqual([])
})
