/**
 * Runs in the page before its first paint, ahead of every other script: shows the prerendered start screen in the
 * reader's language (as src/state/preferences.ts chooses it) with the remembered school, or none where the page opens
 * with another screen. Inlined by build/prerender, so it is kept short and stands alone.
 */
const query = new URLSearchParams(location.search)
const app = document.getElementById('app')
const english = document.getElementById('start-en')
const recall = key => {
  try {
    return localStorage.getItem(key)
  } catch {
    return null
  }
}
const tag = [query.get('lang'), recall('zhaojian.locale'), ...navigator.languages].find(tag => /^(zh|en)\b/i.test(tag))
if (/^en/i.test(tag)) {
  app.replaceChildren(english.content)
  document.documentElement.lang = 'en'
  document.title = english.dataset.title
}
const select = app.querySelector('select')
const isListed = id => [...select.options].some(({ value }) => value === id)
const named = query.get('profile')
const school = named ?? recall('zhaojian.profile')
if (query.has('embed') || query.has('batch') || (named && !isListed(named))) {
  app.replaceChildren()
} else if (school !== null && isListed(school) && school !== select.value) {
  select.value = school
  // What else depends on the school comes with the page's script.
  app.dataset.prerendered = 'other-school'
}
english.remove()
