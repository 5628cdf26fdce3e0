import type { Locale } from '../contract/locale'

type Grey = 'white' | 'light-grey' | 'grey' | 'black'
type Hue = 'red' | 'orange' | 'yellow' | 'green' | 'cyan' | 'blue' | 'purple' | 'pink'

const NAMES: Readonly<Record<Locale, Readonly<Record<Grey | Hue | 'light' | 'dark', string>>>> = {
  'zh-CN': {
    white: '白色',
    'light-grey': '浅灰色',
    grey: '灰色',
    black: '黑色',
    red: '红色',
    orange: '橙色',
    yellow: '黄色',
    green: '绿色',
    cyan: '青色',
    blue: '蓝色',
    purple: '紫色',
    pink: '粉色',
    light: '浅',
    dark: '深',
  },
  en: {
    white: 'white',
    'light-grey': 'light grey',
    grey: 'grey',
    black: 'black',
    red: 'red',
    orange: 'orange',
    yellow: 'yellow',
    green: 'green',
    cyan: 'cyan',
    blue: 'blue',
    purple: 'purple',
    pink: 'pink',
    light: 'light ',
    dark: 'dark ',
  },
}

/** First degree of the hue circle that is no longer this hue. */
const HUE_ENDS: readonly (readonly [number, Hue])[] = [
  [15, 'red'],
  [45, 'orange'],
  [70, 'yellow'],
  [165, 'green'],
  [190, 'cyan'],
  [255, 'blue'],
  [290, 'purple'],
  [345, 'pink'],
  [361, 'red'],
]

/** Least spread of the channels, of 255, at which a colour is seen as more than grey. */
const MIN_CHROMA = 22

/** An everyday name of '#rrggbb'. */
export function nameColour(hex: string, locale: Locale): string {
  const value = Number.parseInt(hex.slice(1), 16)
  const channels = [(value >> 16) & 255, (value >> 8) & 255, value & 255] as const
  const [most, least] = [Math.max(...channels), Math.min(...channels)]
  const names = NAMES[locale]
  const lightness = (most + least) / 2
  if (most - least < MIN_CHROMA) return names[nameGrey(lightness)]
  const hue = getHue(channels, most, least)
  const [, name] = HUE_ENDS.find(([end]) => hue < end)!
  return (lightness >= 150 ? names.light : lightness < 75 ? names.dark : '') + names[name]
}

const nameGrey = (lightness: number): Grey =>
  lightness >= 236 ? 'white' : lightness >= 185 ? 'light-grey' : lightness >= 60 ? 'grey' : 'black'

function getHue([r, g, b]: readonly [number, number, number], most: number, least: number): number {
  const chroma = most - least
  const sixths = most === r ? (g - b) / chroma : most === g ? 2 + (b - r) / chroma : 4 + (r - g) / chroma
  return (sixths * 60 + 360) % 360
}
