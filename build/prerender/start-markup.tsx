import { renderToString } from 'preact-render-to-string'
import type { Locale } from '../../src/contract/locale'
import { locale } from '../../src/state/store'
import { App } from '../../src/ui/app'
import { getPageText } from '../../src/ui/text'

/** The start screen as a first visit shows it, and the page's title. */
export function renderStart(asked: Locale): { readonly title: string; readonly markup: string } {
  locale.value = asked
  return { title: getPageText().title, markup: renderToString(<App />) }
}
