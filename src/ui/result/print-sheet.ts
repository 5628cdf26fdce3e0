/**
 * Prints markup in place of the page. It stays in the page, hidden, until it is removed: phones' print dialogs read the
 * page after `print` has returned. Uses an adopted style sheet, which the page's Content Security Policy allows; a
 * frame with the saved file would need a frame-src and an inline style. False: the browser has opened nothing.
 */
export async function printSheet(sheet: string, style: string, title: string): Promise<boolean> {
  clearSheet()
  const container = document.createElement('div')
  container.className = 'print-sheet'
  container.innerHTML = sheet
  document.body.append(container)
  const rules = new CSSStyleSheet()
  rules.replaceSync(style)
  document.adoptedStyleSheets = [...document.adoptedStyleSheets, rules]
  document.documentElement.classList.add('printing')
  const before = document.title
  // Browsers use the title as the PDF's file name.
  document.title = title
  // Only if the page has not changed its title meanwhile.
  const restoreTitle = (): void => {
    if (document.title === title) document.title = before
  }
  addEventListener('afterprint', restoreTitle, { once: true })
  removeCurrentSheet = () => {
    container.remove()
    document.adoptedStyleSheets = document.adoptedStyleSheets.filter(sheet => sheet !== rules)
    document.documentElement.classList.remove('printing')
    restoreTitle()
  }
  await Promise.all([...container.querySelectorAll('img')].map(image => image.decode()))
  return await openPrint()
}

/** Milliseconds after which a browser that prints has said so. */
const PRINT_ANSWER_MS = 1500

/** Apps on phones have a `print` that does nothing; a browser that prints tells that it begins. */
function openPrint(): Promise<boolean> {
  return new Promise(resolve => {
    addEventListener('beforeprint', () => resolve(true), { once: true })
    setTimeout(() => resolve(false), PRINT_ANSWER_MS)
    print()
  })
}

let removeCurrentSheet: (() => void) | null = null

/** Removes the last sheet. */
export function clearSheet(): void {
  removeCurrentSheet?.()
  removeCurrentSheet = null
}
