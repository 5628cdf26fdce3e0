/**
 * A Stryker plugin: leaves an error's message out of the mutants; no test should repeat it letter by letter.
 * In JavaScript, since Stryker loads it itself.
 */

const isText = ({ type }) => type === 'StringLiteral' || type === 'TemplateLiteral'
/** What an error says besides its code, which is the first argument of ours and what callers go by. */
const isMessage = ({ node, parent }) =>
  parent?.type === 'NewExpression' &&
  /Error$/.test(parent.callee.name ?? '') &&
  isText(node) &&
  (parent.callee.name === 'Error' || parent.arguments[0] !== node)

export const strykerPlugins = [
  {
    kind: 'Ignore',
    name: 'messages',
    value: { shouldIgnore: path => (isMessage(path) ? 'an error’s message' : undefined) },
  },
]
