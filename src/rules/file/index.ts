import type { Limit } from '../../contract/limit'
import { defineRule } from '../../contract/rule'
import { measureFile } from './measure'
import { en, zhCN } from './text'

const SOURCE = '教毕指〔2017〕99号 四.1（转载文本）'
const toLimit = (clause: string, clauseEn: string, limit: Partial<Limit>): Limit => ({
  level: 'required',
  clause,
  clauseEn,
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
    format: {
      unit: '',
      limit: toLimit('文件扩展名应为 JPG', 'The file’s extension is JPG', { oneOf: ['image/jpeg'] }),
    },
    framing: {
      unit: '',
      limit: {
        oneOf: [true],
        level: 'required',
        clause: '',
        source: '',
        trust: 'D',
        reading: {
          'zh-CN': '没有条文这样写。人像位置是按裁切框量的，文件要和裁切框一致，量得的才算数。',
          en: 'No notice says so. Position is measured in the crop: it holds for the file if the two are one.',
        },
        measurement:
          'docs/decisions/0008: what stands in the planned crop stands in the file only if they are the same',
      },
    },
    ratio: {
      unit: '',
      limit: toLimit('宽 480 像素，高 640 像素', '480 px wide, 640 px high', { min: 0.7495, max: 0.7505 }),
    },
    width: { unit: 'px', limit: toLimit('宽 480 像素', '480 px wide', { min: 480 }) },
    height: { unit: 'px', limit: toLimit('高 640 像素', '640 px high', { min: 640 }) },
    bytes: {
      unit: 'bytes',
      limit: toLimit('文件大小一般在 20KB 至 40KB', 'Generally 20 KB to 40 KB', { min: 20_480 }),
    },
    quality: {
      unit: 'quality',
      limit: toLimit('压缩品质系数不低于 60', 'A compression quality of at least 60', { min: 60, max: 100 }),
    },
    density: { unit: 'dpi', limit: toLimit('分辨率 300dpi', '300 dpi', { min: 300, level: 'advised' }) },
    colour: { unit: '', limit: toLimit('24 位真彩色', '24-bit true colour', { oneOf: ['srgb-24'] }) },
    metadata: {
      unit: '',
      limit: {
        oneOf: ['none'],
        level: 'advised',
        clause: '',
        source: '',
        trust: 'D',
        reading: {
          'zh-CN': '没有条文这样写。拍摄地点、姓名这类信息不必跟着照片一起交出去。',
          en: 'No notice says so. Where a photo was taken, or a name, need not travel with it.',
        },
      },
    },
  },
  measure: measureFile,
  frameScore: null,
  text: { 'zh-CN': zhCN, en },
})
