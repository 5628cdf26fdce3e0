// First: the form reads any profile at once, so all of them have to be there.
import '../library'
import { render } from 'preact'
import { locale } from '../state/store'
import '../styles/tokens.css'
import '../styles/page.css'
import '../styles/result.css'
import '../styles/pair.css'
import '../styles/editor.css'
import { Editor } from './app'
import { startJudging } from './judging'

document.documentElement.lang = locale.value
render(<Editor />, document.getElementById('app')!)
startJudging()
