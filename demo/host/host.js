/** What a school's own script may look like: it sets the element, and shows each event as it comes. */
const check = document.querySelector('zhaojian-check')
const log = document.querySelector('.log ol')

for (const type of ['ready', 'report', 'produced', 'error', 'close']) {
  check.addEventListener(type, ({ detail }) => {
    const line = log.appendChild(document.createElement('li'))
    line.dataset.type = type
    const json = line.appendChild(document.createElement('details'))
    json.appendChild(document.createElement('summary')).textContent = `${type} ${summary(type, detail)}`
    json.appendChild(document.createElement('pre')).textContent = JSON.stringify(detail, null, 2)
  })
}

function summary(type, { profile, report, code }) {
  if (report)
    return `${report.verdict}: ${
      report.checks
        .filter(({ verdict }) => verdict === 'fail')
        .map(({ id }) => id)
        .join(', ') || '–'
    }`
  return code ?? (profile ? `${profile.id} ${profile.version}` : '')
}

const wishes = document.querySelector('.wishes')
wishes.addEventListener('change', ({ target }) => {
  if (target.value) check.setAttribute(target.name, target.value)
  else check.removeAttribute(target.name)
  if (target.name === 'theme') {
    document.documentElement.dataset.theme = target.value
    // The custom properties of host.css have changed with it.
    check.restyle()
  }
})
