import type { QuantityText } from '../../contract/rule'
import type { FileQuantity } from './measure'

type Texts = Readonly<Record<FileQuantity, QuantityText>>

const FORMATS = {
  'image/jpeg': 'JPEG',
  'image/png': 'PNG',
  'image/webp': 'WebP',
  'image/heic': 'HEIC',
  'image/avif': 'AVIF',
  'image/gif': 'GIF',
  'image/bmp': 'BMP',
}

const SAVE_ZH = '在这里保存一份即可。'
export const zhCN: Texts = {
  format: {
    title: '文件格式',
    fine: '{value} 格式。',
    wrong: { finding: '文件是 {value}，要求 {values}。', advice: SAVE_ZH },
    values: FORMATS,
  },
  framing: {
    title: '文件构图',
    fine: '整张照片的构图就合适，不用再裁。',
    wrong: { finding: '原文件还需要裁剪。', advice: `已经算好裁剪框，${SAVE_ZH}` },
    unknown: '没有合适的裁剪框；请按位置一栏的提示重拍。',
  },
  ratio: {
    title: '宽高比',
    fine: '宽高比 {value}。',
    low: { finding: '画面太窄：宽高比 {value}，要求 3:4。', advice: SAVE_ZH },
    high: { finding: '画面太宽：宽高比 {value}，要求 3:4。', advice: SAVE_ZH },
  },
  width: {
    title: '宽度',
    fine: '宽 {value}。',
    low: { finding: '宽 {value}，至少要 {min}。', advice: '请使用像素更高的原图；照检不会放大照片。' },
    high: { finding: '宽 {value}，最多 {max}。', advice: SAVE_ZH },
  },
  height: {
    title: '高度',
    fine: '高 {value}。',
    low: { finding: '高 {value}，至少要 {min}。', advice: '请使用像素更高的原图；照检不会放大照片。' },
    high: { finding: '高 {value}，最多 {max}。', advice: SAVE_ZH },
  },
  bytes: {
    title: '文件大小',
    fine: '{value}。',
    low: { finding: '文件 {value}，至少要 {min}。', advice: '请使用没有压缩过的原图，再在这里保存。' },
    high: { finding: '文件 {value}，最多 {max}。', advice: SAVE_ZH },
  },
  quality: {
    title: 'JPEG 品质',
    fine: '品质 {value}。',
    low: { finding: '品质只有 {value}，至少要 {min}。', advice: '画面已有压缩损失；请使用没有压缩过的原图。' },
    unknown: `只有 JPEG 有品质系数。${SAVE_ZH}`,
  },
  density: {
    title: '分辨率',
    fine: '{value}。',
    low: { finding: '文件写的是 {value}，要求 {min}。', advice: SAVE_ZH },
    high: { finding: '文件写的是 {value}。', advice: SAVE_ZH },
  },
  colour: {
    title: '颜色',
    fine: '24 位真彩色，sRGB。',
    wrong: { finding: '文件颜色是 {value}，要求 {values}。', advice: SAVE_ZH },
    values: { 'srgb-24': '24 位 sRGB' },
  },
  metadata: {
    title: '文件信息',
    fine: '没有可识别本人的信息。',
    wrong: {
      finding: '文件里带有：{value}（gps 拍摄地点，name 姓名，serial 序列号，unique-id 唯一编号，edited 编辑软件）。',
      advice: `${SAVE_ZH}保存的文件不含这些信息。`,
    },
    values: { none: '无' },
  },
}

const SAVE = 'Saving it here takes care of that.'
export const en: Texts = {
  format: {
    title: 'File format',
    fine: 'It is {value}.',
    wrong: { finding: 'The file is {value}; {values} is asked for.', advice: SAVE },
    values: FORMATS,
  },
  framing: {
    title: 'Framing of the file',
    fine: 'The whole photo is composed as asked; nothing to crop.',
    wrong: { finding: 'The file as it is still needs cropping.', advice: `The crop is worked out already. ${SAVE}` },
    unknown: 'There is no suitable crop; see the advice on position.',
  },
  ratio: {
    title: 'Aspect ratio',
    fine: 'Width over height is {value}.',
    low: { finding: 'Too narrow: width over height is {value}, 3:4 is asked for.', advice: SAVE },
    high: { finding: 'Too wide: width over height is {value}, 3:4 is asked for.', advice: SAVE },
  },
  width: {
    title: 'Width',
    fine: '{value} wide.',
    low: {
      finding: '{value} wide; at least {min} is asked for.',
      advice: 'Use the original with more pixels; Zhaojian never enlarges.',
    },
    high: { finding: '{value} wide; at most {max} is allowed.', advice: SAVE },
  },
  height: {
    title: 'Height',
    fine: '{value} high.',
    low: {
      finding: '{value} high; at least {min} is asked for.',
      advice: 'Use the original with more pixels; Zhaojian never enlarges.',
    },
    high: { finding: '{value} high; at most {max} is allowed.', advice: SAVE },
  },
  bytes: {
    title: 'File size',
    fine: '{value}.',
    low: {
      finding: 'The file has {value}; at least {min} is asked for.',
      advice: 'Use the uncompressed original and save it here.',
    },
    high: { finding: 'The file has {value}; at most {max} is allowed.', advice: SAVE },
  },
  quality: {
    title: 'JPEG quality',
    fine: 'Quality {value}.',
    low: {
      finding: 'Quality is only {value}; at least {min} is asked for.',
      advice: 'Compression has already cost detail; use the uncompressed original.',
    },
    unknown: `Only a JPEG has a quality factor. ${SAVE}`,
  },
  density: {
    title: 'Resolution',
    fine: '{value}.',
    low: { finding: 'The file says {value}; {min} is asked for.', advice: SAVE },
    high: { finding: 'The file says {value}.', advice: SAVE },
  },
  colour: {
    title: 'Colour',
    fine: '24-bit colour, sRGB.',
    wrong: { finding: 'The file’s colour is {value}; {values} is asked for.', advice: SAVE },
    values: { 'srgb-24': '24-bit sRGB' },
  },
  metadata: {
    title: 'File information',
    fine: 'Nothing that identifies you.',
    wrong: {
      finding: 'The file carries: {value} (gps place, name, serial number, unique id, edited: editing software).',
      advice: `${SAVE} The saved file holds none of it.`,
    },
    values: { none: 'none' },
  },
}
