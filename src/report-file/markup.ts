/** Markup that is safe to put into a page as it is. */
export class Markup {
  constructor(readonly text: string) {}
}

export type MarkupPart = string | Markup | null | readonly (Markup | null)[]

const ENTITIES: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
}

/**
 * Markup from a template: what is put in as a string is text, in quotes or out of them, whatever characters it holds.
 */
export function markup(pieces: TemplateStringsArray, ...parts: readonly MarkupPart[]): Markup {
  return new Markup(pieces.reduce((whole, piece, at) => whole + toMarkupText(parts[at - 1] ?? null) + piece))
}

function toMarkupText(part: MarkupPart): string {
  if (part === null) return ''
  if (typeof part === 'string') return part.replace(/[&<>"']/g, one => ENTITIES[one]!)
  return part instanceof Markup ? part.text : part.map(toMarkupText).join('')
}
