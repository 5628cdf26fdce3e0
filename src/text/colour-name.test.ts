import { expect, it } from 'vitest'
import { nameColour } from './colour-name'

it.each([
  ['#64C5FF', '浅蓝色', 'light blue'],
  ['#438EDB', '蓝色', 'blue'],
  ['#0B1F5C', '深蓝色', 'dark blue'],
  ['#FFFFFF', '白色', 'white'],
  ['#F0F0F0', '白色', 'white'],
  ['#C8C8C8', '浅灰色', 'light grey'],
  ['#808080', '灰色', 'grey'],
  ['#101010', '黑色', 'black'],
  ['#C8102E', '红色', 'red'],
  ['#E0C8A0', '浅橙色', 'light orange'],
  ['#9AD7A0', '浅绿色', 'light green'],
  ['#FF60B0', '浅粉色', 'light pink'],
])('%s is %s, %s', (hex, chinese, english) => {
  expect(nameColour(hex, 'zh-CN')).toBe(chinese)
  expect(nameColour(hex, 'en')).toBe(english)
})
