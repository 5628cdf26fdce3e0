import type { Limit } from '../../contract/limit'
import { defineRule } from '../../contract/rule'
import { measureFile } from './measure'
import { en, zhCN } from './text'

const SOURCE = '教毕指〔2017〕99号 四.1（转载文本）'
const toLimit = (words: string, limit: Partial<Limit>): Limit => ({
  level: 'required',
  clause: words,
  source: SOURCE,
  trust: 'C',
  ...limit,
})

export default defineRule({
  id: 'file',
  needs: ['file'],
  group: 'file',
  order: 10,
  live: false,
  overlay: null,
  quantities: {
    format: { unit: '', limit: toLimit('JPEG 格式', { oneOf: ['image/jpeg'] }) },
    framing: {
      unit: '',
      limit: toLimit('人像位置符合要求，无需再裁剪', {
        oneOf: [true],
        source: 'docs/decisions/0008: what stands in the planned crop stands in the file only if they are the same',
        trust: 'D',
      }),
    },
    ratio: { unit: '', limit: toLimit('宽 480 像素，高 640 像素（3:4）', { min: 0.7495, max: 0.7505 }) },
    width: { unit: 'px', limit: toLimit('宽 480 像素', { min: 480 }) },
    height: { unit: 'px', limit: toLimit('高 640 像素', { min: 640 }) },
    bytes: { unit: 'bytes', limit: toLimit('文件大小', { min: 20_480 }) },
    quality: { unit: 'quality', limit: toLimit('压缩品质系数不低于 60', { min: 60, max: 100 }) },
    density: { unit: 'dpi', limit: toLimit('分辨率 300dpi', { min: 300, level: 'advised' }) },
    colour: { unit: '', limit: toLimit('24 位真彩色', { oneOf: ['srgb-24'] }) },
    metadata: {
      unit: '',
      limit: toLimit('文件信息中没有位置、姓名和编辑软件', {
        oneOf: ['none'],
        level: 'advised',
        source: 'product: nothing that identifies the student in the file',
        trust: 'D',
      }),
    },
  },
  measure: measureFile,
  frameScore: null,
  text: { 'zh-CN': zhCN, en },
})
