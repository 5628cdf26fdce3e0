import { serveDemo } from '../../tools/serve/demo-host'

/** `npm run demo`: the built site embedded in a school's page; runs until interrupted. */
const { host, site } = await serveDemo({ hostPort: 4180, sitePort: 4181 })
console.log(`The school's page: ${host.url}/\nThe check's site:   ${site.url}/check/`)
