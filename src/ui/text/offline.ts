/** Texts about offline use and new versions. */
export const offlineZhCN = {
  ready: '照检已存到本机（不是照片），断网也能用。',
  update: '有新版本，更新会刷新网页。',
  updateNow: '更新',
  later: '以后',
}

export const offlineEn: typeof offlineZhCN = {
  ready: 'The checker (not your photo) is kept here: it works offline now.',
  update: 'New version. Updating reloads the page.',
  updateNow: 'Update',
  later: 'Later',
}
