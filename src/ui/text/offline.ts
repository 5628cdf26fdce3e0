/** Texts about offline use and new versions. */
export const offlineZhCN = {
  ready: '已存到本机，没有网络也能用。',
  update: '有新版本，更新会刷新网页。',
  updateNow: '更新',
  later: '以后',
}

export const offlineEn: typeof offlineZhCN = {
  ready: 'Kept on this device: it works without a network now.',
  update: 'New version. Updating reloads the page.',
  updateNow: 'Update',
  later: 'Later',
}
