import { createChecker } from 'zhaojian'
import 'zhaojian/embed'

const assets = new URL('zhaojian/', document.baseURI).href
document.querySelector('zhaojian-check').base = assets
window.start = () => createChecker({ assets, locale: 'en' })
window.startWithoutAssets = () => createChecker({ assets: 'nowhere/', locale: 'en' })
