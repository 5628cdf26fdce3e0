import type { ProfileProblem } from '../zhaojian'

/** What is wrong with a field, as the editor has words for it. */
export type ProblemKind =
  | 'id'
  | 'url'
  | 'file-name'
  | 'ratio'
  | 'density'
  | 'number'
  | 'positive'
  | 'range'
  | 'colour'
  | 'one-of'
  | 'colours'
  | 'empty'
  | 'unknown-check'
  | 'unknown-key'
  | 'contradiction'
  | 'other'

const KIND_BY_KEY: Readonly<Record<string, ProblemKind>> = {
  id: 'id',
  url: 'url',
  fileName: 'file-name',
  ratio: 'ratio',
  density: 'density',
  min: 'number',
  max: 'number',
  near: 'positive',
  oneOf: 'one-of',
  references: 'colours',
  version: 'empty',
  title: 'empty',
  'zh-CN': 'empty',
  en: 'empty',
}

export function getProblemKind({ keys, kind }: ProfileProblem): ProblemKind {
  const last = keys.at(-1) ?? '',
    parent = keys.at(-2) ?? ''
  if (kind !== 'value') return kind
  if (parent === 'checks') return 'other'
  if (parent === 'references') return 'colour'
  if (parent === 'ratio') return 'ratio'
  return KIND_BY_KEY[last] ?? 'other'
}
