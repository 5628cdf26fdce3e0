/** Texts of the result of one photo. */
export const resultZhCN = {
  pairLabel: '原片与裁切后的样子，可左右滑动',
  original: '原片与标注',
  cropped: '裁切后',
  cropGuides: '裁切后的样子，细线是学校给的构图范围',
  noCrop: '裁不出合规的构图',

  passes: (count: number) => `${count} 项符合`,
  allPass: (count: number) => `${count} 项都符合`,
  mendedBySaving: (count: number) => `${count} 项在保存时自动修正`,
  stillLooking: (count: number) => `${count} 项正在看`,

  compareMore: '再加一张比较',
  backToAll: (count: number) => `回到 ${count} 张的比较`,

  refusedHere: '这所学校不收：',
  joiner: '；',
  cameraTitle: '这张是用本页的相机拍的',
  cameraRehearsal: '自己举着手机拍的，只当作预演：看看刘海、耳朵、眼镜和光线要改什么，再去照相馆拍。',
  cameraHelper: '请别人用相机、在合适的背景前拍的，学校允许时可以提交。',
  sampleTitle: '这是绘制的示例',
  sampleNote: '只用来看看这里怎么检查，不能提交。',

  nextHint: '采集码、提交与校对',
  refusesToo: '这些一律不收',
}

export type ResultText = typeof resultZhCN
