import type { IncomingFile } from './actions'
import type { DroppedEntry, DroppedFolder } from './dropped-entry'
import { isPicture } from './is-picture'

/**
 * Finds the pictures in what was dropped or chosen, folders of folders included. Takes only the parts of the browser's
 * objects that it needs.
 */

export interface FoundFiles {
  readonly incoming: readonly IncomingFile[]
  /** Files that are no pictures. */
  readonly others: number
  /** Files that the browser could not read: moved or locked meanwhile, or on a drive that is gone. */
  readonly unreadable: number
}

/** As `showDirectoryPicker` gives them. */
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

/** A single folder is what was dropped, so its own name says nothing; of several, each name does. */
export async function findInEntries(entries: readonly DroppedEntry[]): Promise<FoundFiles> {
  const [only] = entries
  const walk = new FileCollector()
  if (only?.isDirectory && entries.length === 1) await walk.addFolderEntry(only, '')
  else await walk.addEntries(entries, '')
  return walk.getResult()
}

export async function findInFolder(folder: PickedFolderHandle): Promise<FoundFiles> {
  const walk = new FileCollector()
  await walk.addFolderHandle(folder, '')
  return walk.getResult()
}

/** Files of an input. Those of a folder bring their way along, the folder's own name first. */
export function findInFiles(files: Iterable<File>): FoundFiles {
  const walk = new FileCollector()
  for (const file of files) {
    const folders = (file.webkitRelativePath ?? '').split('/').slice(1, -1)
    if (!folders.some(isHidden)) walk.add(file, folders.join('/'))
  }
  return walk.getResult()
}

/** Kept by systems and network drives for themselves: small copies, versions, leavings of an archive. */
const isHidden = (folder: string): boolean => folder.startsWith('.') || folder === '__MACOSX' || folder === '@eaDir'

const joinPath = (folder: string, name: string): string => (folder === '' ? name : `${folder}/${name}`)
const NAME_COLLATOR = new Intl.Collator('zh-CN', { numeric: true })

class FileCollector {
  private readonly pictures: IncomingFile[] = []
  private others = 0
  private unreadable = 0

  /** In the order in which a person would list them: folders come in no order at all. */
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
        } else await this.addFile(() => new Promise<File>((found, failed) => entry.file(found, failed)), folder)
      }),
    )
  }

  async addFolderEntry(entry: DroppedFolder, folder: string): Promise<void> {
    const reader = entry.createReader()
    try {
      // Browsers give a hundred at a time; none means that all were given.
      for (;;) {
        const some = await new Promise<DroppedEntry[]>((found, failed) => reader.readEntries(found, failed))
        if (!some.length) return
        await this.addEntries(some, folder)
      }
    } catch {
      this.unreadable++
    }
  }

  async addFolderHandle(handle: PickedFolderHandle, folder: string): Promise<void> {
    const reading: Promise<void>[] = []
    try {
      for await (const one of handle.values()) {
        if (one.kind === 'file') reading.push(this.addFile(() => one.getFile(), folder))
        else if (!isHidden(one.name)) reading.push(this.addFolderHandle(one, joinPath(folder, one.name)))
      }
    } catch {
      this.unreadable++
    }
    await Promise.all(reading)
  }

  private async addFile(file: () => Promise<File>, folder: string): Promise<void> {
    try {
      this.add(await file(), folder)
    } catch {
      this.unreadable++
    }
  }
}
