/** The parts of what `webkitGetAsEntry` returns that are needed here. */
export interface DroppedFile {
  readonly isDirectory: false
  readonly name: string
  file(found: (file: File) => void, failed: (error: unknown) => void): void
}
export interface DroppedFolder {
  readonly isDirectory: true
  readonly name: string
  createReader(): { readEntries(found: (entries: DroppedEntry[]) => void, failed: (error: unknown) => void): void }
}
export type DroppedEntry = DroppedFile | DroppedFolder
