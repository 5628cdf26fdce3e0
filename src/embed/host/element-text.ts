import type { Locale } from '../../contract/locale'

/** Texts of the element itself, shown before its frame has loaded or when it can't load. */
const zhCN = {
  title: '毕业证件照检查',
  opening: '正在打开照片检查…',
  unreachable: '照片检查没有打开。请检查网络后刷新，或单独打开检查页：',
  notSetUp:
    '这里的照片检查还没有设置好，学校的网站管理员可在浏览器控制台看到原因。你可以先单独打开检查页，自己选择学校：',
  open: '打开检查页',
}
const en: typeof zhCN = {
  title: 'Graduation photo check',
  opening: 'Opening the photo check…',
  unreachable: 'The photo check did not open. Check your network and reload, or open the check by itself: ',
  notSetUp:
    'The photo check could not be set up here; the school’s web team was told why in the browser’s ' +
    'console. You can open the check by itself and choose the school there: ',
  open: 'Open the check',
}
export type ElementText = typeof zhCN
export const ELEMENT_TEXT: Readonly<Record<Locale, ElementText>> = { 'zh-CN': zhCN, en }
