import { render } from 'preact'
import { startPage } from './embed/frame/start-page'
import { enableOffline } from './state/offline'
import './styles/tokens.css'
import './styles/page.css'
import './styles/result.css'
import './styles/camera.css'
import './styles/notice.css'
import './styles/pair.css'
import './styles/compare.css'
import './styles/print.css'
import './styles/embed.css'
import { App } from './ui/app'

startPage()
render(<App />, document.getElementById('app')!)
enableOffline()
