/** Texts for embedded pages and for profiles given by URL. */
export const embedZhCN = {
  brand: '照检 Zhaojian',
  done: '完成',
  awaiting: '正在取学校的要求…',
  refused: '照片检查还没有设置好',
  refusedAdvice:
    '学校的要求没有载入，所以现在什么都不检查，以免对错标准。请稍后再试，或告诉学校：这里的照片检查打不开。',
  chooseOther: '自己选一所学校',
  details: '给学校网站维护人员',
  detailsLead: '浏览器控制台里也有这一条。',
  problem: {
    'profile-unknown': '没有这个编号的要求',
    'profile-refused': '这个地址不能用',
    'profile-unreachable': '没有取到',
    'profile-invalid': '内容有误',
  },
}

export type EmbedText = typeof embedZhCN
