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
  'image/tiff': 'TIFF',
}

const BIT_COUNTS = [1, 2, 4, 8, 10, 12, 16, 24, 30, 32, 36, 48]

/** Words for every 'srgb-24': a colour space and its bits. */
const nameColours = (spaces: Record<string, string>, join: (bits: number, space: string) => string) =>
  Object.fromEntries(
    Object.entries(spaces).flatMap(([space, name]) =>
      BIT_COUNTS.map(bits => [`${space}-${bits}`, join(bits, name)] as const),
    ),
  )
const nameAnimated = (join: (format: string) => string) =>
  Object.fromEntries(Object.entries(FORMATS).map(([type, name]) => [`${type} animated`, join(name)]))

const SAVE_ZH = '在这里保存一份即可。'
const UNSAVED_ZH = '先换一张裁得出来的照片；在这里保存时，这一项会一起改好。'
const BY_SAVING_ZH = { advice: SAVE_ZH, unsaved: UNSAVED_ZH }
const COLOURS_ZH = nameColours(
  {
    srgb: ' sRGB',
    'display-p3': ' Display P3',
    'adobe-rgb': ' Adobe RGB',
    'other-profile': '其他色彩空间',
    grey: '灰度',
    cmyk: '印刷用的 CMYK',
  },
  (bits, space) => `${bits} 位${space}`,
)
export const zhCN: Texts = {
  format: {
    title: '文件格式',
    fine: '{value} 格式。',
    wrong: { finding: '文件是 {value}，要求 {values}。', ...BY_SAVING_ZH },
    values: { ...FORMATS, ...nameAnimated(format => `${format} 动图`) },
  },
  framing: {
    title: '文件构图',
    fine: '照片的构图正合适，不用再裁。',
    wrong: { finding: '原文件还需要裁剪。', advice: `已经算好裁切框，${SAVE_ZH}`, unsaved: UNSAVED_ZH },
  },
  ratio: {
    title: '宽高比',
    fine: '宽高比 {value}。',
    low: { finding: '画面太窄：宽高比 {value}，要求 3:4。', ...BY_SAVING_ZH },
    high: { finding: '画面太宽：宽高比 {value}，要求 3:4。', ...BY_SAVING_ZH },
  },
  width: {
    title: '宽度',
    fine: '宽 {value}。',
    low: { finding: '宽 {value}，至少要 {min}。', advice: '请使用像素更高的原图；照检不会放大照片。' },
    high: { finding: '宽 {value}，最多 {max}。', ...BY_SAVING_ZH },
  },
  height: {
    title: '高度',
    fine: '高 {value}。',
    low: { finding: '高 {value}，至少要 {min}。', advice: '请使用像素更高的原图；照检不会放大照片。' },
    high: { finding: '高 {value}，最多 {max}。', ...BY_SAVING_ZH },
  },
  bytes: {
    title: '文件大小',
    fine: '{value}。',
    low: { finding: '文件 {value}，至少要 {min}。', advice: '请使用没有压缩过的原图，再在这里保存。' },
    high: { finding: '文件 {value}，最多 {max}。', ...BY_SAVING_ZH },
  },
  quality: {
    title: 'JPEG 品质',
    fine: '品质 {value}。',
    low: { finding: '品质只有 {value}，至少要 {min}。', advice: '画面已有压缩损失；请使用没有压缩过的原图。' },
    unknown: { 'not-stated': { finding: '只有 JPEG 文件才有品质系数。', ...BY_SAVING_ZH } },
  },
  density: {
    title: '分辨率',
    fine: '{value}。',
    low: { finding: '文件写的是 {value}，要求 {min}。', ...BY_SAVING_ZH },
    high: { finding: '文件写的是 {value}。', ...BY_SAVING_ZH },
  },
  colour: {
    title: '色彩模式',
    fine: '24 位真彩色，sRGB。',
    wrong: {
      finding: '文件的色彩模式是{value}，要求{values}。',
      advice: `${SAVE_ZH}黑白或单色的照片要换成彩色的原图。`,
      unsaved: UNSAVED_ZH,
    },
    values: { ...COLOURS_ZH, ...nameColours({ 'grey-in-srgb': '黑白或单色的画面' }, (_, name) => name) },
  },
  metadata: {
    title: '文件信息',
    fine: '没有可识别本人的信息。',
    wrong: {
      finding: '文件里带有{value}。',
      advice: `${SAVE_ZH}保存的文件不含这些信息。`,
      unsaved: '先换一张裁得出来的照片；在这里保存的文件不含这些信息。',
    },
    values: {
      none: '无',
      gps: '拍摄地点',
      name: '姓名',
      serial: '相机序列号',
      'unique-id': '照片编号',
      edited: '修图软件的名字',
    },
  },
}

const SAVE = 'Saving it here takes care of that.'
const UNSAVED = 'Start with a photo that can be cropped; saving it here then takes care of this too.'
const BY_SAVING = { advice: SAVE, unsaved: UNSAVED }
const COLOURS_EN = nameColours(
  {
    srgb: 'sRGB',
    'display-p3': 'Display P3',
    'adobe-rgb': 'Adobe RGB',
    'other-profile': 'in another colour space',
    grey: 'greyscale',
    cmyk: 'CMYK for print',
  },
  (bits, space) => `${bits}-bit ${space}`,
)
export const en: Texts = {
  format: {
    title: 'File format',
    fine: 'It is {value}.',
    wrong: { finding: 'The file is {value}; {values} is asked for.', ...BY_SAVING },
    values: { ...FORMATS, ...nameAnimated(format => `${format} animation`) },
  },
  framing: {
    title: 'Framing of the file',
    fine: 'The whole photo is composed as asked; nothing to crop.',
    wrong: {
      finding: 'The file as it is still needs cropping.',
      advice: `The crop is worked out already. ${SAVE}`,
      unsaved: UNSAVED,
    },
  },
  ratio: {
    title: 'Aspect ratio',
    fine: 'Width over height is {value}.',
    low: { finding: 'Too narrow: width over height is {value}, 3:4 is asked for.', ...BY_SAVING },
    high: { finding: 'Too wide: width over height is {value}, 3:4 is asked for.', ...BY_SAVING },
  },
  width: {
    title: 'Width',
    fine: '{value} wide.',
    low: {
      finding: '{value} wide; at least {min} is asked for.',
      advice: 'Use the original with more pixels; Zhaojian never enlarges.',
    },
    high: { finding: '{value} wide; at most {max} is allowed.', ...BY_SAVING },
  },
  height: {
    title: 'Height',
    fine: '{value} high.',
    low: {
      finding: '{value} high; at least {min} is asked for.',
      advice: 'Use the original with more pixels; Zhaojian never enlarges.',
    },
    high: { finding: '{value} high; at most {max} is allowed.', ...BY_SAVING },
  },
  bytes: {
    title: 'File size',
    fine: '{value}.',
    low: {
      finding: 'The file has {value}; at least {min} is asked for.',
      advice: 'Use the uncompressed original and save it here.',
    },
    high: { finding: 'The file has {value}; at most {max} is allowed.', ...BY_SAVING },
  },
  quality: {
    title: 'JPEG quality',
    fine: 'Quality {value}.',
    low: {
      finding: 'Quality is only {value}; at least {min} is asked for.',
      advice: 'Compression has already cost detail; use the uncompressed original.',
    },
    unknown: { 'not-stated': { finding: 'Only a JPEG has a quality factor.', ...BY_SAVING } },
  },
  density: {
    title: 'Resolution',
    fine: '{value}.',
    low: { finding: 'The file says {value}; {min} is asked for.', ...BY_SAVING },
    high: { finding: 'The file says {value}.', ...BY_SAVING },
  },
  colour: {
    title: 'Colour mode',
    fine: '24-bit colour, sRGB.',
    wrong: {
      finding: 'The file’s colour mode is {value}; {values} is asked for.',
      advice: `${SAVE} A picture in grey or in one tone needs its colour original.`,
      unsaved: UNSAVED,
    },
    values: { ...COLOURS_EN, ...nameColours({ 'grey-in-srgb': 'a picture without colours' }, (_, name) => name) },
  },
  metadata: {
    title: 'File information',
    fine: 'Nothing that identifies you.',
    wrong: {
      finding: 'The file carries {value}.',
      advice: `${SAVE} The saved file holds none of it.`,
      unsaved: 'Start with a photo that can be cropped; the file saved here holds none of it.',
    },
    values: {
      none: 'none',
      gps: 'the place where it was taken',
      name: 'a name',
      serial: 'the camera’s serial number',
      'unique-id': 'a number of its own',
      edited: 'the name of an editing program',
    },
  },
}
