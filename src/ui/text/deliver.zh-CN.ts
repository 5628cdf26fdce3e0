import type { LeftOut } from '../../delivery/told'
import type { TemplateFault, Token, Unnameable } from '../../delivery/names'
import type { BatchRow } from '../../contract/batch'

/** What a studio takes away from a batch. */
export const deliverZhCN = {
  title: '导出结果',
  scope: '导出哪些',
  all: (count: number) => `全部 ${count} 个`,
  shown: (count: number) => `列表里显示的 ${count} 个`,
  unchecked: (count: number) => `还有 ${count} 个没检查完，导出时照实写明。`,
  sheet: '打印清单',
  csv: '表格 CSV',
  json: '数据 JSON',
  zip: '裁好的照片 ZIP',
  making: '正在生成…',
  saved: (name: string) => `已保存 ${name}`,
  failed: '没有生成，请再试一次。',
  fileName: (profile: string, day: string) => `照检-${profile}-${day}`,

  which: '放进哪些照片',
  passing: (count: number) => `照片没问题的和人工认可的（${count} 张）`,
  withCrop: (count: number) => `所有裁得出的（${count} 张）`,
  withCropNote: '裁切改不了姿势、光线和背景，有问题的裁了仍有问题。',
  pattern: '文件名',
  patternNote: '点下面的词插入，结尾自动加 .jpg。',
  token: { name: '原文件名', 'id-number': '身份证号', number: '序号', profile: '学校代号' } as Record<Token, string>,
  insert: (what: string) => `插入${what}`,
  bySchool: (template: string) => `用学校要求的 ${template}`,
  patternFault: {
    empty: '请写一个文件名。', 'unknown-token': '花括号里只能是 {name}、{id-number}、{number} 或 {profile}。', 'forbidden-character': '文件名里不能有 < > : " / \\ | ? *。',
  } as Record<TemplateFault, string>,
  keepFolders: '保留原来的文件夹',
  preview: '会这样命名',
  becomes: '改名为',
  unnamed: (count: number) => `${count} 张没法这样命名，不会放进去`,
  why: { 'no-id-number': '文件名里没有身份证号', 'wrong-id-number': '身份证号有误（校验码或日期不对）', 'several-id-numbers': '有几个不同的身份证号' } as Record<Unnameable, string>,
  clashes: (count: number) => `${count} 张会重名，不会放进去`,
  numberThem: '重名的加上 -2、-3',
  more: (count: number) => `还有 ${count} 个`,
  leftOut: (list: readonly string[]) => `不放进去：${list.join('，')}。原因写在 results.csv 里。`,
  leftOutCount: (count: number, why: string) => `${count} 个${why}`,
  save: (count: number) => `保存 ZIP（${count} 张）`,
  nothing: '没有可以放进 ZIP 的照片。',
  progress: (done: number, all: number) => `正在裁切：${done} / ${all}`,
  progressLabel: '裁切进度',
  cancel: '取消',
  cancelled: '已取消，没有留下文件。',
  done: (count: number) => `已保存：${count} 张照片和 results.csv。`,
  missed: (count: number) => `${count} 张没有做成`,
  broken: '没有写完，也没有留下残缺的文件。请看看磁盘空间，再试一次。',

  heads: {
    number: '序号', folder: '文件夹', name: '文件名', state: '状态', verdict: '结论', verdictId: '原文件结论代码', toMend: '要改的', mendedBySaving: '导出时修正的', untold: '看不清的',
    accepted: '人工认可', note: '备注', time: '认可时间（UTC）', width: '宽（像素）', height: '高（像素）', bytes: '字节', profile: '规则和版本',
    inZip: 'ZIP 里的文件', leftOut: '没放进 ZIP 的原因', photo: '照片', file: '文件', faults: '要改的和看不清的',
  },
  states: { waiting: '等候检查', checking: '正在检查', checked: '已检查', failed: '无法检查' } as Record<BatchRow['state'], string>,
  yes: '是',
  no: '否',
  joiner: '、',
  colon: '：',
  valueOf: (title: string, id: string, unit: string) => `${title}（${id}${unit && ` ${unit}`}）`,
  verdictOf: (title: string, id: string) => `${title} 结论（${id}）`,
  leftOutBecause: {
    'not-checked': '没检查完', failed: '无法检查', 'no-crop': '裁不出合规的构图', 'not-passing': '照片有要改的或看不清的', clash: '重名',
    'no-id-number': '文件名里没有身份证号', 'wrong-id-number': '文件名里的身份证号有误', 'several-id-numbers': '文件名里有几个不同的身份证号',
  } as Record<LeftOut, string>,
  mended: (titles: string) => `导出时修正：${titles}`,
  acceptedByEye: (note: string) => note ? `人工认可：${note}` : '人工认可',

  sheetTitle: '照检清单',
  sheetCounts: '结果',
  sheetCount: (count: number, what: string) => `${what} ${count}`,
  sheetFiles: (count: number) => `共 ${count} 个文件`,
  sheetMeaning: '清单只说明测到了什么、对照哪所学校的要求；“人工认可”是有人看过照片后认为可以。是否通过，由学校决定。',
}

export type DeliverWords = typeof deliverZhCN
