/** Styles of the element itself; the page in its frame has its own. */
export const ELEMENT_STYLES = `
:host { display: block; }
:host([hidden]), [hidden] { display: none; }
iframe {
  display: block; width: 100%; height: 480px; max-height: var(--zhaojian-max-height, none);
  border: 0; border-radius: var(--zhaojian-radius, 18px);
}
p { margin: 0; padding: 1em 0; }
`
