import { expect, it } from 'vitest'
import { findSavingWay, type SavingWay } from './saving-way'

const ANDROID = 'Mozilla/5.0 (Linux; Android 13; M2102J2SC) AppleWebKit/537.36 (KHTML, like Gecko)'
const IPHONE = 'Mozilla/5.0 (iPhone; CPU iPhone OS 17_4 like Mac OS X) AppleWebKit/605.1.15 (KHTML, like Gecko)'
const MAC = 'Mozilla/5.0 (Macintosh; Intel Mac OS X 10_15_7) AppleWebKit/605.1.15 (KHTML, like Gecko) Version/17.4'

it.each([
  ['WeChat on Android', `${ANDROID} Version/4.0 Chrome/116.0.0.0 Mobile Safari/537.36 MicroMessenger/8.0.47`, 'hold'],
  ['WeChat on an iPhone', `${IPHONE} Mobile/15E148 MicroMessenger/8.0.47(0x18002f2b) NetType/WIFI`, 'hold'],
  ['QQ', `${ANDROID} Version/4.0 Chrome/98.0 Mobile Safari/537.36 V1_AND_SQ_8.9.80 QQ/8.9.80.12440`, 'hold'],
  ['QQ Browser, a browser', `${ANDROID} Version/4.0 Chrome/98.0 MQQBrowser/14.5 Mobile Safari/537.36`, 'download'],
  ['Alipay', `${ANDROID} Version/4.0 UCBS/3.22 Chrome/100.0 Mobile Safari/537.36 AlipayClient/10.5.66`, 'hold'],
  ['a view in an iOS app', `${IPHONE} Mobile/15E148`, 'hold'],
  ['Safari on an iPhone', `${IPHONE} Version/17.4 Mobile/15E148 Safari/604.1`, 'files'],
  ['Chrome on an iPhone', `${IPHONE} CriOS/122.0 Mobile/15E148 Safari/604.1`, 'files'],
  ['Chrome on Android', `${ANDROID} Chrome/122.0 Mobile Safari/537.36`, 'download'],
  ['Safari on a Mac', `${MAC} Safari/605.1.15`, 'download'],
  [
    'WeChat on a computer',
    `Mozilla/5.0 (Windows NT 10.0) Chrome/107.0 Safari/537.36 MicroMessenger/7.0.20`,
    'download',
  ],
] as const satisfies readonly (readonly [string, string, SavingWay])[])('%s: %s', (_, userAgent, way) =>
  expect(findSavingWay({ userAgent, maxTouchPoints: 0, isInstalled: false })).toBe(way),
)

it('an iPad that says it is a Mac, and the page on an iPhone’s home screen', () => {
  expect(findSavingWay({ userAgent: `${MAC} Safari/605.1.15`, maxTouchPoints: 5, isInstalled: false })).toBe('files')
  expect(findSavingWay({ userAgent: `${IPHONE} Mobile/15E148`, maxTouchPoints: 5, isInstalled: true })).toBe('files')
})
