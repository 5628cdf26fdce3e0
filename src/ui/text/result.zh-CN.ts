import type { Remedy } from '../../report/summary'

/** Texts of the result of one photo. */
export const resultZhCN = {
  pairLabel: '原片与裁切后的样子，可左右滑动',
  original: '原片与标注',
  cropped: '裁切后',
  cropGuides: '裁切后的样子，细线是学校要求的构图范围',
  noCrop: '裁不出符合要求的构图',

  passes: (count: number) => `${count} 项符合`,
  allPass: (count: number) => `${count} 项都符合`,
  mendedBySaving: (count: number) => `${count} 项在保存时自动修正`,
  stillLooking: (count: number) => `${count} 项正在看`,

  moreFaults: (count: number) => `还有 ${count} 项`,
  remedy: {
    'other-file': '要换原图',
    saving: '能裁了，保存时会改好',
    moving: '重拍就能改',
    place: '要换光线或背景',
  } as Record<Remedy, string>,
  uncheckedNote: (titles: readonly string[]) => `没能检查：${titles.join('、')}。自己看一眼，没问题就行。`,
  savedFix: '保存时改好',
  wantedColour: '要求',
  foundColour: '这张',

  noCropTitle: '为什么裁不出来',
  missingPixels: (has: string, needs: string) => `按要求的构图裁，只剩 ${has} 像素，至少要 ${needs} 像素。`,
  missingPixelsAdvice: '请用像素更高的原图；照检不会放大照片。',
  missingRoom: (side: 'top' | 'right' | 'bottom' | 'left', pixels: number, share: number) =>
    `${{ top: '上方', right: '右边', bottom: '下方', left: '左边' }[side]}还缺约 ${pixels} 像素` +
    `（照片${side === 'top' || side === 'bottom' ? '高度' : '宽度'}的 ${share}%）。`,
  missingAbove: '头发已经到了照片的上边缘，可能还要更多。',
  missingRoomAdvice: '换一张四周更宽的原图，或离镜头远一点再拍。',
  hairTooHigh: '头发在头顶堆得太高，怎么裁都放不进要求的构图。',
  hairTooHighAdvice: '把丸子头或高马尾放低，再拍一张。',
  noCropOther: '先解决上面的问题，再在这里保存。',
  outsideOffer: (title: string, value: string, limit: string) =>
    `只有一条做不到：“${title}”裁好后是 ${value}，通用标准要 ${limit}。学校的通知没有写这一条，收不收由学校决定。`,
  outsideSave: '仍然保存，并标明这一条',
  outsideMade: (title: string) =>
    `这份文件不在通用标准的“${title}”之内，文件名里有 outside。学校的通知没有写这一条，交之前请问一下学校。`,

  share: '分享或存到相册',
  copyName: '复制文件名',
  copyLink: '复制链接',
  copied: '已复制',
  notCopied: '没能复制，请长按文字自己复制',
  linkNotCopied: '没能复制，请从右上角菜单选“在浏览器打开”',
  given: {
    hold: '长按上面的照片，选“保存图片”，照片就在相册里了。',
    files: '已存到“文件”App 的“下载项”。要从相册里选照片的话，按“分享或存到相册”，再选“存储图像”。',
    download: '已交给浏览器下载，在手机或电脑的“下载”文件夹里找。',
    shared: '已交给你选的应用；选了“存储图像”或“保存到相册”的，就在相册里。',
    'not-shared': '没能打开分享，请改用下载。',
  },
  holdElse: '长按没有反应？复制链接，到手机自带的浏览器里打开再保存。照片不会跟着链接走，要重新选一次。',

  compareMore: '再加一张比较',
  backToAll: (count: number) => `回到 ${count} 张的比较`,

  refusedHere: '这所学校不收：',
  joiner: '；',
  cameraTitle: '这张是用本页的相机拍的',
  cameraRehearsal: '自己举着手机拍的，只当作预演：看看刘海、耳朵、眼镜和光线要改什么，再去照相馆拍。',
  cameraHelper: '请别人用相机、在合适的背景前拍的，学校允许时可以提交。',
  sampleTitle: '这是示例图',
  sampleNote: '只用来看看这里怎么检查，不能提交。',

  nextHint: '采集码、提交与校对',
  refusesToo: '这些一律不收',
}

export type ResultText = typeof resultZhCN
