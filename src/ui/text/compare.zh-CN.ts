import { COMMON_TEXT } from '../../text'
import type { Advantage } from '../../report/comparison'

/** Texts of the comparison. */
export const compareZhCN = {
  title: (count: number) => `比较 ${count} 张照片`,
  lead: '点开一张，看它的逐条结果。',
  checkingNow: (done: number, all: number) => `正在检查：已看完 ${done} 张，共 ${all} 张`,
  leftOut: (count: number, most: number) => `最多同时比较 ${most} 张，另外 ${count} 张没有加入。`,
  best: '首选',
  bestIs: (number: number) => `第 ${number} 张最合适`,
  because: (reason: string) => `：${reason}。`,
  noBest: '几张不相上下，挑你喜欢的。',
  noneFit: '这几张都检查不了，请换几张照片。',
  advantage: {
    'only-one-with-crop': '能裁出符合要求的构图',
    'fewest-to-mend': '问题最少',
    'fewest-untold': `${COMMON_TEXT['zh-CN'].verdicts.unknown}的项目最少`,
    'most-room': '各项余量更大',
    'most-pixels': '裁切后像素最多',
  } as Record<Advantage, string>,
  number: (number: number) => `第 ${number} 张`,
  waiting: '等候检查',
  checking: '正在检查',
  looking: '正在细看',
  toMend: (count: number) => `${count} 项要改`,
  unknown: (count: number) => `${count} 项${COMMON_TEXT['zh-CN'].verdicts.unknown}`,
  fine: '没有要改的',
  open: (name: string) => `打开${name}的结果`,
  remove: (name: string) => `移除${name}`,
  add: '再加一张',
  saveBest: (number: number) => `保存第 ${number} 张`,
  again: '重新开始',
  differences: '不一样的地方',
  noDifferences: '各项结论都一样。',
  rule: '项目',
}

export type CompareText = typeof compareZhCN
