import { COMMON_TEXT } from '../../text'
import type { RowKind, SortKey, RowStatus } from '../../report/batch-view'

const { pass, fail, unknown } = COMMON_TEXT['zh-CN'].verdicts
/** A photo that has no verdict at all: its file could not be read, or nobody is in it. */
const failed = '出错'

/** Texts of the batch screen for studios and schools; loaded with it. */
export const batchZhCN = {
  title: '批量检查',
  count: (total: number) => `${total} 张`,
  back: '返回',

  emptyTitle: '把照片或整个文件夹拖到这里',
  emptyLead:
    '几千张成品照一次查完：逐条对照学校的要求，列出哪张不符合、为什么，再导出结果和裁好的照片。' +
    '子文件夹会一起读取，其他文件自动略过。',
  emptyLocal: '照片不出这台设备：没有上传，断网也能查。',
  emptyWorkers: (count: number) => `这台设备可以同时检查约 ${count} 张。`,
  emptyKept: '结果只留在这个页面里，关闭网页就没有了，记得先导出。',
  addFiles: '添加照片',
  addFolder: '添加文件夹',
  chooseFiles: '选择照片',
  chooseFolder: '选择文件夹',
  reading: '正在读取文件夹…',
  added: (count: number) => `已加入 ${count} 张。`,
  replaced: (count: number) => `${count} 张在电脑上改过，已换成新的并重新检查。`,
  already: (count: number) => `${count} 张已在列表里，没有重复加入。`,
  others: (count: number) => `另有 ${count} 个文件不是图片，没有加入。`,
  unreadable: (count: number) => `有 ${count} 个文件或文件夹读不了，请确认没有被移动或占用。`,
  nothingFound: '这里面没有找到图片。',

  progress: '检查进度',
  done: (done: number, total: number) => `${done} / ${total}`,
  perMinute: (count: number) => `每分钟 ${count} 张`,
  left: (time: string) => `还要约 ${time}`,
  minutes: (count: number) => `${count} 分钟`,
  seconds: (count: number) => `${count} 秒`,
  hours: (hours: number, minutes: number) => (minutes ? `${hours} 小时 ${minutes} 分钟` : `${hours} 小时`),
  workers: (count: number) => `同时 ${count} 张`,
  phase: {
    idle: '检查完毕',
    loading: '正在载入检查程序',
    running: '正在检查',
    pausing: '查完手上的就停',
    paused: '已暂停',
    stopped: '已停止',
  },
  announceDone: (done: number, total: number) => `已检查 ${done} 张，共 ${total} 张`,
  announceAll: (passes: number, fails: number, unknowns: number, failures: number) =>
    `检查完毕：${pass} ${passes} 张，${fail} ${fails} 张，${unknown} ${unknowns} 张，${failed} ${failures} 张`,
  pause: '暂停',
  resume: '继续',
  cancel: '停止',
  retryFailed: (count: number) => `重查出错的 ${count} 张`,
  clear: '清空列表',
  profile: '按哪所学校的要求',

  ask: {
    unsaved: '检查结果还没有导出，离开后就没有了。',
    leave: '离开批量检查？',
    leaveYes: '不保存，离开',
    clear: '清空整个列表？',
    clearNote: '只清空这里的列表和结果，不会动你的照片文件。',
    clearYes: '清空',
    remove: (name: string) => `把 ${name} 移出列表？`,
    removeNote: '只移出这一行和它的结果，不会动照片文件。',
    removeYes: '移出',
    profile: '换成这所学校的要求？',
    profileNote: (count: number) => `已查过的 ${count} 张会按新的要求重新检查。人工认可会保留。`,
    profileYes: '重新检查',
    no: '取消',
  },

  kind: {
    all: '全部',
    fail,
    failed,
    unknown,
    pass,
    accepted: '人工认可',
    waiting: '未检查',
  } as Record<RowKind, string>,
  kindLabel: '按结论筛选',
  rule: '不符合的项目',
  ruleAny: '不限',
  ruleCount: (title: string, count: number) => `${title}（${count}）`,
  search: '查找文件名或文件夹',
  searchHint: '文件名、姓名、学号…',
  more: '更多筛选和排序',
  valueRule: '显示数值',
  sort: '排序',
  sortKey: { added: '加入顺序', name: '文件名', verdict: '结论', value: '数值' } as Record<SortKey, string>,
  direction: {
    added: { up: '先加入的在前', down: '后加入的在前' },
    name: { up: '从前到后', down: '从后到前' },
    verdict: { up: '好的在前', down: '差的在前' },
    value: { up: '小的在前', down: '大的在前' },
  } as Record<SortKey, { up: string; down: string }>,
  nothingShown: '没有符合这些条件的照片。',
  showAll: '显示全部',

  table: '照片列表',
  column: { number: '序号', photo: '照片', name: '文件名', verdict: '结论', faults: '哪里不符合', size: '像素与大小' },
  rowStatus: { failed, fail, unknown, pass, waiting: '等候检查' } as Record<RowStatus, string>,
  checking: '正在检查',
  accepted: '人工认可',
  unknown: `${unknown}：`,
  mended: '导出时修正：',
  joiner: '、',
  noValue: '–',
  keys: {
    move: '选择',
    open: '打开',
    ends: '首尾',
    neighbours: '上一张 / 下一张',
    accept: '人工认可',
    back: '回到列表',
  },

  removeRow: '移出列表',
  toTable: '回到列表',
  previous: '上一张',
  next: '下一张',
  position: (place: number, total: number) => `${place} / ${total}`,
  announceRow: (place: number, total: number, name: string, verdict: string) =>
    `第 ${place} 张，共 ${total} 张：${name}，${verdict}`,
  elsewhere: '不在当前的筛选结果里',
  waitingNote: '还没有检查到这一张，查完会自动显示结果。',
  retryOne: '重新检查这一张',
  fileOnly: (titles: string) => `这个文件照原样还不能交：${titles}。导出的 JPEG 会修正这些。`,
  thumbnailOnly: '浏览器显示不了这种格式，这里是裁切后的小图。',

  acceptTitle: '人工认可',
  acceptLead: '亲眼看过、确认没问题的，可以在这里记一笔。测得的结论不变，导出时两样都会写明。',
  note: '理由',
  notes: ['人工核对，没问题', '学校已同意', '重拍过，以这张为准'],
  acceptNow: '认可这张',
  acceptedOn: (date: string) => `${date} 认可`,
  takeBack: '撤回',
}

export type BatchText = typeof batchZhCN
