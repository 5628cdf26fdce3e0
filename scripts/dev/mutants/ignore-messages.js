/**
 * A Stryker plugin that ignores error messages, which no test should repeat literally, and arguments that Vite reads
 * from the source. JavaScript, because Stryker loads it directly.
 */

const isText = ({ type }) => type === 'StringLiteral' || type === 'TemplateLiteral'
/** The message of a project error, whose first argument is the code that callers use. */
const isMessage = ({ node, parent }) =>
  parent?.type === 'NewExpression' &&
  /Error$/.test(parent.callee.name ?? '') &&
  isText(node) &&
  (parent.callee.name === 'Error' || parent.arguments[0] !== node)

/** `import.meta.glob(…)`: Vite evaluates its arguments at build time, so they must be literals. */
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
