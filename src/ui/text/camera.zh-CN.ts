import type { Step } from '../../report/live-steps'

/** Words of the camera screen. */
export const cameraZhCN = {
  title: '跟着提示拍',
  note: '学校多半不收自拍：请人用后置摄像头帮你拍，或把这里当作去照相馆前的预演。',
  helper: '后置摄像头：请人帮忙拿着，镜头与眼睛同高，离你一米多。',
  mirror: '预览像镜子，拍下的照片不是',
  starting: '正在打开相机…',
  allow: '请在浏览器的提示中允许使用相机，画面不会离开这台设备。',
  paused: '相机被系统暂停了，回到本页后会继续。',
  slow: '这个浏览器里实时检查比较慢，动作请慢一些。',
  view: '相机画面',
  looking: '正在看画面…',
  wait: '保持这样，正在细看耳朵、眉毛和眼镜…',
  holdStill: '很好，保持不动',
  ready: '都对了，保持不动',
  countdown: '即将自动拍摄，动一下就取消',
  onlyThis: '其余都好了。改不了的话，按快门拍下来也可以。',
  shutter: '拍照',
  taking: '正在拍…',
  close: '关闭',
  device: '摄像头',
  cameraNumber: (index: number) => `摄像头 ${index}`,
  auto: '自动拍',
  voice: '语音提示',
  options: '相机选项',
  steps: '各步情况',
  step: { face: '找到脸', light: '光线', background: '背景', position: '位置', pose: '头正', glasses: '眼镜', hair: '耳眉', expression: '表情' } as Record<Step, string>,
  stepState: { right: '好了', wrong: '要改', unsure: '看不准', waiting: '还在看' },
  native: '改用系统相机',
  retake: '重拍一张',
  keepNote: '刚用相机拍的。不满意就重拍。',
}

export type CameraWords = typeof cameraZhCN
