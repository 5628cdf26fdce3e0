/** Hands a made file to the browser's downloads. */
export function downloadUrl({ url, fileName }: { readonly url: string; readonly fileName: string }): void {
  const link = document.createElement('a')
  link.href = url
  link.download = fileName
  document.body.append(link)
  link.click()
  link.remove()
}

/** Hands over what is not kept. */
export function downloadBlob(file: Blob, fileName: string): void {
  const url = URL.createObjectURL(file)
  downloadUrl({ url, fileName })
  // Browsers fetch the URL after the click has returned, phones' ones only once the student has agreed.
  setTimeout(() => URL.revokeObjectURL(url), 60_000)
}
