/**
 * How a file leaves the page. `hold`: the app around the page blocks downloads, so the picture is held and saved from
 * the app's own menu. `files`: iOS puts it into the Files app, not among the photos. `download`: the browser's folder.
 */
export type SavingWay = 'hold' | 'files' | 'download'

export interface Device {
  readonly userAgent: string
  readonly maxTouchPoints: number
  /** Opened from the home screen: there is no app around the page, though the user agent looks like one. */
  readonly isInstalled: boolean
}

/** WeChat, QQ, Alipay, Weibo, DingTalk, Lark, Douyin and Xiaohongshu on phones. */
const BLOCKING_APPS =
  /MicroMessenger|\bQQ\/\d|AlipayClient|\bWeibo\b|DingTalk|Lark\/|aweme|discover\/\d.*XHS|xhsdiscover/i
const IOS_BROWSERS = /Safari\/|CriOS|FxiOS|EdgiOS/

export function findSavingWay(device: Device): SavingWay {
  const { userAgent } = device
  const isPhone = /Android|iPhone|iPad|iPod|HarmonyOS|Mobile/.test(userAgent)
  if (isPhone && BLOCKING_APPS.test(userAgent)) return 'hold'
  if (!isIos(device)) return 'download'
  // A view inside another app does not name the browser.
  return IOS_BROWSERS.test(userAgent) || device.isInstalled ? 'files' : 'hold'
}

/** An iPad says that it is a Mac. */
const isIos = ({ userAgent, maxTouchPoints }: Device): boolean =>
  /iPhone|iPad|iPod/.test(userAgent) || (/Macintosh/.test(userAgent) && maxTouchPoints > 1)
