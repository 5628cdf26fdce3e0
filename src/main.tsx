import { render } from 'preact'
import { startPage } from './embed/frame/start-page'
import { takePrerendered } from './state/prerendered'
import { enableOffline } from './state/offline'
import './styles/tokens.css'
import './styles/page.css'
import './styles/notice.css'
import './styles/embed.css'
import { App } from './ui/app'

const app = document.getElementById('app')!
const replay = takePrerendered(app)
startPage()
// Takes over the elements that the HTML brought (build/prerender); where they differ, render() mends them.
render(<App />, app)
replay()
enableOffline()
