import { computed, signal } from '@preact/signals'
import { findSavingWay, type SavingWay } from './saving-way'

/** Ways to hand a file to the student. */

/** Found out when it is first asked for: the start screen is rendered at build too, where there is no device. */
export const savingWay = computed<SavingWay>(() =>
  findSavingWay({
    userAgent: navigator.userAgent,
    maxTouchPoints: navigator.maxTouchPoints,
    isInstalled:
      matchMedia('(display-mode: standalone)').matches || ('standalone' in navigator && navigator.standalone === true),
  }),
)

/** Where the open photo's file went last; null: nowhere yet. */
export type GivenTo = 'hold' | 'files' | 'download' | 'shared' | 'not-shared'
export const givenTo = signal<GivenTo | null>(null)

const toFile = (blob: Blob, name: string): File => new File([blob], name, { type: blob.type })

export const canShareFile = (blob: Blob, name: string): boolean =>
  'canShare' in navigator && navigator.canShare({ files: [toFile(blob, name)] })

/** Opens the system's share sheet; must be called within a click. Null: the student closed it. */
export async function shareFile(blob: Blob, name: string): Promise<GivenTo | null> {
  try {
    await navigator.share({ files: [toFile(blob, name)] })
    return 'shared'
  } catch (error) {
    if (error instanceof DOMException && error.name === 'AbortError') return null
    console.warn(error)
    return 'not-shared'
  }
}

/** Whether the text is on the clipboard now. */
export async function copyText(text: string): Promise<boolean> {
  try {
    await navigator.clipboard.writeText(text)
    return true
  } catch {
    return copyBySelection(text)
  }
}

/** For views inside apps, which have no clipboard interface. */
function copyBySelection(text: string): boolean {
  const field = document.createElement('textarea')
  field.value = text
  field.setAttribute('readonly', '')
  field.className = 'unseen'
  document.body.append(field)
  field.select()
  try {
    return document.execCommand('copy')
  } finally {
    field.remove()
  }
}

/** A blob: URL is not saved by Android's WeChat; a data: URL is. */
export function readDataUrl(blob: Blob): Promise<string> {
  return new Promise((resolve, reject) => {
    const reader = new FileReader()
    reader.onload = () => resolve(reader.result as string)
    reader.onerror = () => reject(reader.error ?? new Error('unreadable'))
    reader.readAsDataURL(blob)
  })
}
