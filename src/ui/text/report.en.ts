import type { ReportText } from './report.zh-CN'

export const reportEn: ReportText = {
  offer: 'A report for the studio',
  offerMore: 'The photo, its marks and every rule in one file.',
  save: 'Save the report',
  print: 'Print the report',
  making: 'Making the report…',
  failed: 'The report could not be made; try again.',
  given: {
    hold:
      'This app can’t save the report. Copy the link, open this page in the phone’s own browser, choose the same ' +
      'photo and save there.',
    files: 'The report is in the Files app, under Downloads.',
    download: 'The report was handed to your browser; look in the Downloads folder.',
  },
  notPrinted:
    'No print window opened. This app may not print: open this page in the phone’s own browser, or save the report ' +
    'and print that.',

  title: 'Zhaojian report',
  fileName: stem => `zhaojian-report-${stem}`,
  unnamed: 'photo',
  madeOn: 'Made',
  checkedFile: 'The file checked',
  producedFile: 'The finished file',
  name: 'File name',
  noName: '(no file name)',
  photoSize: 'Photo',
  pixels: (width, height) => `${width} × ${height} px`,
  rules: 'Checked against',
  rulesVersion: (name, version) => `${name} (version ${version})`,
  source: 'Rules taken from',
  sha256: 'SHA-256',
  noSha256: 'not computed: this page was not opened over https',
  picture: 'Original with marks',
  crop: (width, height) => `After cropping, ${width} × ${height} px`,
  rule: 'Rule',
  verdict: 'Verdict',
  none: '—',
  advised: limit => `${limit} (advised)`,
  listed: titles => `: ${titles.join(', ')}`,
  onDevice: 'Made by Zhaojian on the user’s own device; the photo was not uploaded.',
  schoolDecides:
    'This says what was measured, and against which clause. Whether the photo is accepted, the school decides.',
}
