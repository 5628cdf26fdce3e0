import type { IncomingFile } from './actions'
import type { DroppedEntry, DroppedFolder } from './dropped-entry'
import { isPicture } from './is-picture'

/**
 * Finds the images in dropped or chosen files and nested folders. The parameter types list only the browser API members
 * used, so that tests can pass plain objects.
 */

export interface FoundFiles {
  readonly incoming: readonly IncomingFile[]
  /** Number of files that are not images. */
  readonly others: number
  /** Number of files that the browser could not read: moved or locked meanwhile, or on a disconnected drive. */
  readonly unreadable: number
}

/** The parts of what `showDirectoryPicker` returns that are needed here. */
export interface PickedFileHandle {
  readonly kind: 'file'
  readonly name: string
  getFile(): Promise<File>
}
export interface PickedFolderHandle {
  readonly kind: 'directory'
  readonly name: string
  values(): AsyncIterable<PickedFileHandle | PickedFolderHandle>
}

/** The name of a single dropped folder is left out of the paths; with several, each name distinguishes its files. */
export async function findInEntries(entries: readonly DroppedEntry[]): Promise<FoundFiles> {
  const [only] = entries
  const collector = new FileCollector()
  if (only?.isDirectory && entries.length === 1) await collector.addFolderEntry(only, '')
  else await collector.addEntries(entries, '')
  return collector.getResult()
}

export async function findInFolder(folder: PickedFolderHandle): Promise<FoundFiles> {
  const collector = new FileCollector()
  await collector.addFolderHandle(folder, '')
  return collector.getResult()
}

/** Files of an input element. `webkitRelativePath` starts with the chosen folder's own name, which is left out. */
export function findInFiles(files: Iterable<File>): FoundFiles {
  const collector = new FileCollector()
  for (const file of files) {
    const folders = (file.webkitRelativePath ?? '').split('/').slice(1, -1)
    if (!folders.some(isHidden)) collector.add(file, folders.join('/'))
  }
  return collector.getResult()
}

/** Folders written by operating systems and network drives: thumbnails, versions, archive metadata. */
const isHidden = (folder: string): boolean => folder.startsWith('.') || folder === '__MACOSX' || folder === '@eaDir'

const joinPath = (folder: string, name: string): string => (folder === '' ? name : `${folder}/${name}`)
const NAME_COLLATOR = new Intl.Collator('zh-CN', { numeric: true })

class FileCollector {
  private readonly pictures: IncomingFile[] = []
  private others = 0
  private unreadable = 0

  /** Sorted by folder and name, because directory listings have no defined order. */
  getResult(): FoundFiles {
    const { others, unreadable } = this
    const incoming = this.pictures.toSorted(
      (a, b) => NAME_COLLATOR.compare(a.folder, b.folder) || NAME_COLLATOR.compare(a.file.name, b.file.name),
    )
    return { incoming, others, unreadable }
  }

  add(file: File, folder: string): void {
    if (isPicture(file)) this.pictures.push({ file, folder })
    else this.others++
  }

  async addEntries(entries: readonly DroppedEntry[], folder: string): Promise<void> {
    await Promise.all(
      entries.map(async entry => {
        if (entry.isDirectory) {
          if (!isHidden(entry.name)) await this.addFolderEntry(entry, joinPath(folder, entry.name))
        } else await this.addFile(() => new Promise<File>((resolve, reject) => entry.file(resolve, reject)), folder)
      }),
    )
  }

  async addFolderEntry(entry: DroppedFolder, folder: string): Promise<void> {
    const reader = entry.createReader()
    try {
      // `readEntries` returns at most about a hundred entries; an empty array marks the end.
      for (;;) {
        const chunk = await new Promise<DroppedEntry[]>((resolve, reject) => reader.readEntries(resolve, reject))
        if (!chunk.length) return
        await this.addEntries(chunk, folder)
      }
    } catch {
      this.unreadable++
    }
  }

  async addFolderHandle(handle: PickedFolderHandle, folder: string): Promise<void> {
    const pending: Promise<void>[] = []
    try {
      for await (const child of handle.values()) {
        if (child.kind === 'file') pending.push(this.addFile(() => child.getFile(), folder))
        else if (!isHidden(child.name)) pending.push(this.addFolderHandle(child, joinPath(folder, child.name)))
      }
    } catch {
      this.unreadable++
    }
    await Promise.all(pending)
  }

  private async addFile(file: () => Promise<File>, folder: string): Promise<void> {
    try {
      this.add(await file(), folder)
    } catch {
      this.unreadable++
    }
  }
}
