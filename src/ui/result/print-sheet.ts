/**
 * Prints a sheet of markup in place of the page. It stays in the page, unseen, until it is taken away: phones' print
 * dialogs read the page after `print` has returned. The style sheet is an adopted one, which the page's content
 * security policy lets through; a frame with the saved file in it would need a frame-src and an inline style.
 */
export async function printSheet(sheet: string, style: string, title: string): Promise<void> {
  clearSheet()
  const holder = document.createElement('div')
  holder.className = 'print-sheet'
  holder.innerHTML = sheet
  document.body.append(holder)
  const rules = new CSSStyleSheet()
  rules.replaceSync(style)
  document.adoptedStyleSheets = [...document.adoptedStyleSheets, rules]
  document.documentElement.classList.add('printing')
  const before = document.title
  // Browsers name the PDF after it.
  document.title = title
  // Unless the page has named itself anew meanwhile.
  const untitle = (): void => {
    if (document.title === title) document.title = before
  }
  addEventListener('afterprint', untitle, { once: true })
  removeCurrentSheet = () => {
    holder.remove()
    document.adoptedStyleSheets = document.adoptedStyleSheets.filter(one => one !== rules)
    document.documentElement.classList.remove('printing')
    untitle()
  }
  await Promise.all([...holder.querySelectorAll('img')].map(image => image.decode()))
  print()
}

let removeCurrentSheet: (() => void) | null = null

/** Takes the last sheet away. */
export function clearSheet(): void {
  removeCurrentSheet?.()
  removeCurrentSheet = null
}
