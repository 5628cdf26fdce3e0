import type { Verdict } from '../../contract/report'
import type { Profile } from '../../contract/profile'
import type { Group } from '../../state/summary'
import type { Layer, Trouble } from '../../state/store'
import { cameraZhCN } from './camera.zh-CN'
import { embedZhCN } from './embed.zh-CN'
import { offlineZhCN } from './offline'
import { compareZhCN } from './compare.zh-CN'
import { reportZhCN } from './report.zh-CN'
import { resultZhCN } from './result.zh-CN'

/** The page's own words. Rules, reasons and failures bring theirs along (src/rules, src/text). */
export const zhCN = {
  title: '照检 · 毕业证件照检查',
  brand: '照检',
  tagline: '提交之前，先看看照片合不合格',
  lead: '逐条对照学校的要求检查毕业证件照，告诉你哪里不对、怎么改，并裁出合规的 JPEG。',
  privacy: '照片不出设备',
  privacyMore: '检查全部在这台设备上完成，没有上传，没有统计，载入之后断网也能用。',
  otherLanguage: 'English',
  skip: '跳到正文',

  dropTitle: '把照片放到这里',
  dropHint: '选择、拖入或粘贴一张照片（JPG、PNG、WebP、HEIC）',
  dropNow: '松开即可检查',
  choose: '选择照片',
  useCamera: '用相机拍',
  sample: '手边没有照片？试试绘制的示例',
  sampleBadge: '绘制的示例，不是真人',
  batchEntry: '一次检查很多张',
  batchFor: '照相馆、学校',
  batchLoading: '正在打开批量检查',
  loadingQuietly: '正在准备检查程序',
  readyNow: '已就绪',

  profile: '按哪所学校的要求',
  profileSource: '要求出自',
  trust: {
    A: '出自学校或主管部门的网页', B: '转载的官方通知，请以学校原文为准', C: '来自商业网站，未经学校核实，仅供参考',
    M: '来自镜像网页，来源不够可靠，仅供参考', D: '由本项目推算或测得，不是学校公布的数字',
  } as Record<Profile['source']['trust'], string>,
  refuses: '这所学校不收',
  rulesVersion: (version: string) => `规则版本 ${version}`,
  frameTitle: '学校要的构图',
  frameHeadTop: '发顶到上边',
  frameEyes: '眼睛到上边',
  frameWidth: '脸宽',
  frameUnit: '以 480×640 像素计',

  working: '正在检查',
  stage: { models: '正在载入检查程序', heic: '正在载入 HEIC 解码器', parts: '正在细看耳朵、眉毛、眼镜、嘴和头饰', checking: '正在逐条检查' } as Record<string, string>,
  megabytes: (loaded: string, total: string) => `${loaded} / ${total} MB`,
  onlyOnce: '只在第一次需要下载，之后浏览器会记住。',
  cancel: '取消',

  verdict: { pass: '符合', warn: '提醒', fail: '不符合', unknown: '无法判断' } as Record<Verdict, string>,
  verdictPass: '各项必需要求都符合',
  verdictPassSaved: (count: number) => `照片本身符合，保存时会修正 ${count} 项文件要求`,
  verdictFail: (count: number) => `有 ${count} 项必须改，先别提交`,
  verdictUnknown: (count: number) => `没有发现不符合，但有 ${count} 项看不清`,
  verdictPending: '光线、背景和构图已检查，正在细看面部',
  pending: '正在看',
  verdictNote: '这里只说测到了什么、对照哪一条；是否通过由学校决定。',
  checkedAgainst: '对照',
  firstFix: '先改这几项',
  firstLook: '先看这几项',
  allChecks: '逐条结果',
  expandAll: '全部展开',
  collapseAll: '全部收起',
  group: { face: '人像', light: '光线', background: '背景与衣着', picture: '画质', position: '构图', file: '文件' } as Record<Group, string>,
  fileNote: '在这里保存的文件会满足这些要求，不用自己改。',
  fileNoteNoCrop: '这张照片裁不出合规的构图，先解决上面的问题。',
  positionNote: '按下图裁切框量出，以 480×640 像素计。',
  required: '必需',
  advised: '建议',
  measured: '测得',
  limit: '要求',
  clause: '条文',
  clauseSource: '出处',
  advice: '怎么办',
  finding: '发现',
  closeUp: '照片里的这一处',
  atLeast: (value: string) => `不少于 ${value}`,
  atMost: (value: string) => `不超过 ${value}`,
  between: (min: string, max: string) => `${min} 至 ${max}`,

  photoAlt: '待检查的照片',
  photoWith: '照片与标注',
  layer: { outlines: '五官轮廓', frame: '裁切框', lighting: '光线图', background: '背景图' } as Record<Layer, string>,
  layerEmpty: (name: string) => `${name}：没有发现有问题的区域。`,
  layerNoFrame: '这张照片里放不下合规的裁切框。',
  layersLabel: '在照片上显示',
  cropTitle: '裁切后',
  cropSize: (width: number, height: number) => `${width} × ${height} 像素`,
  headTopShort: '发顶',
  eyesShort: '眼睛',
  widthShort: '脸宽',

  save: '保存合规 JPEG',
  saveAnyway: '仍要保存裁好的 JPEG',
  saveWarn: '上面标为不符合的项目，保存改不了：照片只裁切和缩放，不修图、不换背景、不镜像。',
  savePromise: '只裁切和缩放原像素，不修图、不换背景、不镜像；去掉能识别你的拍摄信息。',
  saving: '正在生成…',
  saved: '文件已生成',
  saveAgain: '再次下载',
  savedFine: '生成的文件符合全部文件要求。',
  savedNotFine: '生成的文件还有不符合的文件要求：',
  savedHold: '微信里不能下载时：长按下面的图片保存，或在系统浏览器中打开本页。',
  savedAlt: '生成的证件照',
  factSize: '大小',
  factPixels: '像素',
  factDensity: '分辨率',
  factFormat: '格式',
  another: '换一张照片',
  nextSteps: '接下来',
  openLink: '打开网页',

  camera: cameraZhCN,

  dismiss: '知道了',
  retry: '再试一次',
  aboutFile: (name: string) => `文件：${name}`,
  trouble: {
    'not-an-image': '这不是图片', 'unsupported-format': '打不开这种格式', damaged: '文件已损坏', 'too-large': '图片太大', 'no-face': '没有找到人脸',
    'many-faces': '照片里不止一个人', 'too-small': '照片太小', 'no-crop': '裁不出合规的构图', 'out-of-memory': '内存不够', aborted: '已取消', closed: '检查已关闭',
    'assets-missing': '检查程序没有载入完整', 'unsupported-browser': '这个浏览器不支持',
    'camera-denied': '没有相机权限', 'camera-absent': '没有找到相机', 'camera-busy': '相机打不开', 'camera-lost': '相机断开了', 'camera-unsupported': '这个浏览器里不能实时指导', 'camera-insecure': '这个网页不能使用相机', 'camera-failed': '没有拍成',
    'not-a-file': '没有收到照片', unexpected: '出了意料之外的问题',
  } as Record<Trouble, string>,
  remedy: {
    'camera-denied': '在浏览器地址栏或系统设置里允许本页使用相机，再试一次；也可以选择已有的照片，或改用系统相机。',
    'camera-absent': '这台设备上没有可用的摄像头。选择已有的照片，或换一台有摄像头的设备。',
    'camera-busy': '可能有别的程序正在用相机。关掉它再试一次，或改用系统相机。',
    'camera-lost': '摄像头被拔掉或被系统收回了。接好后再打开，或改用系统相机。',
    'camera-unsupported': '有些应用内的浏览器（如旧版微信）不让网页使用相机。改用系统相机拍好再检查，或用手机自带的浏览器打开本页。',
    'camera-insecure': '相机只能在 https 网页中使用，嵌入本页的网站也要允许。改用系统相机，或直接打开本页。',
    'camera-failed': '请再试一次，或改用系统相机拍好再选择照片。',
    'not-a-file': '拖入或粘贴的内容里没有图片文件。请选择一张照片。',
    unexpected: '请换一张照片或刷新网页再试。照片没有离开这台设备。',
  } as Record<string, string>,

  compare: compareZhCN,
  embed: embedZhCN,
  report: reportZhCN,
  result: resultZhCN,

  footer: '开源软件 · 照片不出设备 · 是否通过以学校审核为准',
  announceReady: '检查程序已就绪',
  announceProduced: (name: string) => `已生成 ${name}`,

  offline: offlineZhCN,
}

export type Words = typeof zhCN
