import type { CommonText } from '.'

export const zhCN: CommonText = {
  failures: {
    'not-an-image': '这个文件不是照片。请选择 JPG、PNG 或 WebP 格式的照片。',
    'unsupported-format':
      '这台设备的浏览器打不开这种格式。请在相册里另存为 JPG，或在手机设置里把相机格式改为“兼容性最佳”后再选。',
    damaged: '照片文件不完整或已损坏。请重新从相机或照相馆取得原文件，不要用聊天软件转发的残缺文件。',
    'too-large': '照片的像素太多，浏览器处理不了。请用普通分辨率（约 1200 万像素）重拍或导出。',
    'no-face': '照片里没有找到脸。请换一张正面、光线充足、没有遮挡的照片。',
    'many-faces': '照片里不止一张脸。请换一张只有本人的照片。',
    'too-small': '照片太小，裁剪后达不到学校要求的像素或文件大小。照检不会放大照片；请使用像素更高的原图。',
    'no-crop': '这张照片裁不出符合构图要求的画面。请在头顶和两侧多留一些空间再拍一张。',
    'out-of-memory': '设备内存不够，这一步没有完成。请关闭其他应用或标签页后再试，或换一张小一些的照片。',
    aborted: '已取消。',
    closed: '检查已经结束，请重新打开页面。',
    'assets-missing': '检查所需的文件没有加载成功。请检查网络后重试。',
    'unsupported-browser':
      '这个浏览器现在用不了 WebGL 或 WebAssembly，而检查照片需要它们。请先关掉其他标签页，重新打开浏览器；' +
      '还不行的话，请更新浏览器，在设置里打开“硬件加速”，或换用新版的 Chrome、Edge、Firefox 或 ' +
      'Safari（16.4 以上）。如果是在聊天软件里打开的，请改用手机自带的浏览器。',
  },
  reasons: {
    'no-face': { finding: '没有找到脸，无法判断。', advice: '换一张正面清晰的照片。' },
    'no-person': { finding: '没能分清人和背景，无法判断。', advice: '站在颜色均匀的墙前重拍。' },
    'no-background': {
      finding: '画面里背景太少，无法判断。',
      advice: '离镜头远一点，让人的四周露出背景。',
      live: '退后一点，让四周露出背景。',
    },
    'no-crop': { finding: '裁不出合适的画面，无法判断。', advice: '在头顶和两侧多留一些空间。' },
    'no-file': { finding: '这是摄像头的画面，没有文件可查。', advice: '拍好之后会检查文件。' },
    'not-run': { finding: '这一项没有检查。', advice: '用照片文件再检查一次。' },
    'not-loaded': {
      finding: '检查这一项要用的文件没有下载下来。',
      advice: '看看网络，再检查一次。',
      live: '这一项的文件没下载下来，拍下来再查。',
    },
    pending: { finding: '还在查看这一项。', advice: '稍等片刻就有结果。' },
    turned: { finding: '头转得太多，无法判断。', advice: '正对镜头再拍一张。', live: '脸正对镜头。' },
    'too-small': {
      finding: '画面里的脸太小，看不清。',
      advice: '用像素更高的原图，或离镜头近一点。',
      live: '靠近一点，脸太小看不清。',
    },
    blurred: {
      finding: '照片太模糊，看不清。',
      advice: '擦净镜头，对焦后再拍一张。',
      live: '拿稳一点，画面模糊看不清。',
    },
    'cut-off': {
      finding: '这个部位不在画面里。',
      advice: '离镜头远一点，让整个头和肩膀都在画面里。',
      live: '退后一点，让整个头和肩膀都在画面里。',
    },
    'too-dark': { finding: '画面太暗，看不清。', advice: '在明亮均匀的光线下再拍一张。', live: '亮一点才看得清。' },
    'too-bright': { finding: '画面太亮，看不清。', advice: '避开强光再拍一张。', live: '避开强光才看得清。' },
    covered: { finding: '这个部位被遮住了，无法判断。', advice: '移开遮挡物再拍一张。', live: '移开遮挡物才看得清。' },
    glasses: {
      finding: '眼镜挡住了这个部位，无法判断。',
      advice: '请自己放大看一看，或摘下眼镜再拍一张。',
      live: '眼镜挡着，看不准；拍下来再放大看。',
    },
    ambiguous: {
      finding: '看不准，无法给出结论。',
      advice: '请放大照片自己看一看；不放心就再拍一张。',
      live: '看不准；可以拍下来再放大看。',
    },
    'not-stated': { finding: '文件里没有写明。', advice: '在这里保存一份，会写入所需的信息。' },
    failed: { finding: '这一项检查出错了。', advice: '请换一张照片再试。' },
  },
  verdicts: { pass: '符合', warn: '注意', fail: '不符合', unknown: '看不准' },
  closeToLimit: '接近界限。',
  closeToLimitAdvice: '还在要求之内，但余量不多；能重拍的话再留一点余地。',
  nothingToDo: '不需要改。',
  outOfLimits: '不在要求的范围内。',
  colon: '：',
  yes: '是',
  no: '否',
  units: {
    '': '{n}',
    px: '{n} 像素',
    deg: '{n}°',
    ratio: '{n}%',
    deltaE: 'ΔE {n}',
    'L*': 'L* {n}',
    levels: '{n} 级',
    count: '{n} 个',
    bytes: '{n} KB',
    dpi: '{n} dpi',
    quality: '{n}',
    detail: '{n}',
  },
}
