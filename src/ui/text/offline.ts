/** Words about working without a network and about new versions. */
export const offlineZhCN = {
  ready: '已存到这台设备，下次没有网络也能用。',
  update: '有新版本。更新会重新载入网页。',
  updateNow: '更新',
  later: '以后',
}

export const offlineEn: typeof offlineZhCN = {
  ready: 'Kept on this device: next time it works without a network, too.',
  update: 'There is a new version. Updating reloads the page.',
  updateNow: 'Update',
  later: 'Later',
}
