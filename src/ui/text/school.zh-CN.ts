import type { NumberToken } from '../../state/typed-numbers'
import type { Profile } from '../../contract/profile'

export const schoolZhCN = {
  search: '找学校或考试',
  searchHint: '学校、城市、考试或拼音首字母',
  foundCount: (count: number) => `找到 ${count} 个`,
  foundMore: (count: number) => `还有 ${count} 个，再多打几个字。`,
  notHere: '没有找到。先按通用标准检查；把学校的通知（网址或原文）发给老师或做这个网页的人，就可以加上。',
  useStandard: '按 99 号文件的通用标准检查',

  notLoaded: '没能取到那所学校的要求。请检查网络，刷新页面后再选一次。',
  ownAppOnly: '这所学校只收在它自己的程序里当场拍的照片。',
  studioOnly: '只收照相馆拍的照片。',
  studioOrHelper: '照相馆拍的、别人用后置相机帮你拍的都收，自拍不收。用相机时先打开后置镜头。',
  helperOnly: '请别人用后置相机帮你拍，自拍不收：手离脸太近，脸会变形。用相机时先打开后置镜头。',
  selfieToo: '自己用手机拍的也收。',
  rehearsal: '这里是预演：看看姿势、光线和背景行不行。不生成文件，因为学校不收现成的照片。',
  replacesBackground: '背景由学校统一更换，墙面干净就行。',
  open: (from = '…', to = '…') => `采集时间 ${from} 至 ${to}`,
  fee: (min: number, max: number) => `费用 ${min === max ? min : `${min} 至 ${max}`} 元`,
  platform: (name: string, compulsory: boolean) => (compulsory ? `必须经过${name}，这里代替不了` : `提交到${name}`),
  attempts: (count: number) => `最多提交 ${count} 次`,
  glasses: {
    habitual: '平时戴眼镜的要戴着拍',
    forbidden: '不能戴眼镜',
    clear: '可以戴不反光、无色的眼镜',
  } as Record<NonNullable<Profile['glasses']>, string>,
  maxAge: (months: number) => `要 ${months} 个月之内拍的`,
  background: '报考点要求的背景',
  anyBackground: '还不知道：哪种都可以',

  number: { 'id-number': '身份证号', 'student-number': '学号', 'exam-number': '准考证号或报名号' } as Record<
    NumberToken,
    string
  >,
  numberNote: '学校要用它给文件命名。只写进文件名，不保存，也不会发送。不填就沿用原来的名字。',
  wrongIdNumber: '这不是有效的身份证号：检查一下是否打错了数字，最后一位可能是 X。',
  wrongNumber: '只能是 3 到 30 位数字、字母或连字符。',
}

/** What a school accepts, and finding it. */
export type SchoolText = typeof schoolZhCN
