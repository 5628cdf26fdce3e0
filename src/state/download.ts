/** Downloads a file by its object URL. */
export function downloadUrl({ url, fileName }: { readonly url: string; readonly fileName: string }): void {
  const link = document.createElement('a')
  link.href = url
  link.download = fileName
  document.body.append(link)
  link.click()
  link.remove()
}

/** Downloads a blob and revokes its object URL later. */
export function downloadBlob(file: Blob, fileName: string): void {
  const url = URL.createObjectURL(file)
  downloadUrl({ url, fileName })
  // Browsers read the URL after the click handler returns; on phones only once the student has confirmed.
  setTimeout(() => URL.revokeObjectURL(url), 60_000)
}
