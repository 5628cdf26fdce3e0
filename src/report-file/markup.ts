/** HTML that is already escaped. */
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

/** Builds markup from a template: string parts are escaped, for both text and quoted attributes. */
export function markup(pieces: TemplateStringsArray, ...parts: readonly MarkupPart[]): Markup {
  return new Markup(pieces.reduce((whole, piece, at) => whole + toMarkupText(parts[at - 1] ?? null) + piece))
}

function toMarkupText(part: MarkupPart): string {
  if (part === null) return ''
  if (typeof part === 'string') return part.replace(/[&<>"']/g, character => ENTITIES[character]!)
  return part instanceof Markup ? part.text : part.map(toMarkupText).join('')
}
