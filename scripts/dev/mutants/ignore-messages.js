/**
 * A Stryker plugin: leaves out an error's message, which no test should repeat letter by letter, and what Vite reads
 * as it stands in the source. In JavaScript, since Stryker loads it itself.
 */

const isText = ({ type }) => type === 'StringLiteral' || type === 'TemplateLiteral'
/** What an error says besides its code, which is the first argument of ours and what callers go by. */
const isMessage = ({ node, parent }) =>
  parent?.type === 'NewExpression' &&
  /Error$/.test(parent.callee.name ?? '') &&
  isText(node) &&
  (parent.callee.name === 'Error' || parent.arguments[0] !== node)

/** `import.meta.glob(…)`: Vite looks its arguments up while it builds, so they have to be literals. */
const isGlob = ({ node: { type, callee } }) =>
  type === 'CallExpression' && callee.object?.type === 'MetaProperty' && callee.property.name === 'glob'

export const strykerPlugins = [
  {
    kind: 'Ignore',
    name: 'messages',
    value: {
      shouldIgnore: path =>
        isMessage(path) ? 'an error’s message' : isGlob(path) ? 'what Vite reads in the source' : undefined,
    },
  },
]
