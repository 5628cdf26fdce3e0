import type { Incoming } from './actions'
import type { Entry, FolderEntry } from './door'
import { isPicture } from './pictures'

/**
 * Finds the pictures in what was dropped or chosen, folders of folders included. Takes only the parts of the browser's
 * objects that it needs.
 */

export interface Found {
  readonly incoming: readonly Incoming[]
  /** Files that are no pictures. */
  readonly others: number
  /** Files that the browser could not read: moved or locked meanwhile, or on a drive that is gone. */
  readonly unreadable: number
}

/** As `showDirectoryPicker` gives them. */
export interface FileHandle {
  readonly kind: 'file'
  readonly name: string
  getFile(): Promise<File>
}
export interface FolderHandle {
  readonly kind: 'directory'
  readonly name: string
  values(): AsyncIterable<FileHandle | FolderHandle>
}

/** A single folder is what was dropped, so its own name says nothing; of several, each name does. */
export async function walkEntries(entries: readonly Entry[]): Promise<Found> {
  const [only] = entries
  const walk = new Walk()
  if (only?.isDirectory && entries.length === 1) await walk.folderEntry(only, '')
  else await walk.entries(entries, '')
  return walk.found()
}

export async function walkHandle(folder: FolderHandle): Promise<Found> {
  const walk = new Walk()
  await walk.folderHandle(folder, '')
  return walk.found()
}

/** Files of an input. Those of a folder bring their way along, the folder's own name first. */
export function sortFiles(files: Iterable<File>): Found {
  const walk = new Walk()
  for (const file of files) {
    const folders = (file.webkitRelativePath ?? '').split('/').slice(1, -1)
    if (!folders.some(isHidden)) walk.add(file, folders.join('/'))
  }
  return walk.found()
}

/** Kept by systems and network drives for themselves: small copies, versions, leavings of an archive. */
const isHidden = (folder: string): boolean => folder.startsWith('.') || folder === '__MACOSX' || folder === '@eaDir'

const within = (folder: string, name: string): string => (folder === '' ? name : `${folder}/${name}`)
const NAMES = new Intl.Collator('zh-CN', { numeric: true })

class Walk {
  private readonly incoming: Incoming[] = []
  private others = 0
  private unreadable = 0

  /** In the order in which a person would list them: folders come in no order at all. */
  found(): Found {
    const { others, unreadable } = this
    const incoming = this.incoming.toSorted(
      (a, b) => NAMES.compare(a.folder, b.folder) || NAMES.compare(a.file.name, b.file.name),
    )
    return { incoming, others, unreadable }
  }

  add(file: File, folder: string): void {
    if (isPicture(file)) this.incoming.push({ file, folder })
    else this.others++
  }

  async entries(entries: readonly Entry[], folder: string): Promise<void> {
    await Promise.all(
      entries.map(async entry => {
        if (entry.isDirectory) {
          if (!isHidden(entry.name)) await this.folderEntry(entry, within(folder, entry.name))
        } else await this.read(() => new Promise<File>((found, failed) => entry.file(found, failed)), folder)
      }),
    )
  }

  async folderEntry(entry: FolderEntry, folder: string): Promise<void> {
    const reader = entry.createReader()
    try {
      // Browsers give a hundred at a time; none means that all were given.
      for (;;) {
        const some = await new Promise<Entry[]>((found, failed) => reader.readEntries(found, failed))
        if (!some.length) return
        await this.entries(some, folder)
      }
    } catch {
      this.unreadable++
    }
  }

  async folderHandle(handle: FolderHandle, folder: string): Promise<void> {
    const reading: Promise<void>[] = []
    try {
      for await (const one of handle.values()) {
        if (one.kind === 'file') reading.push(this.read(() => one.getFile(), folder))
        else if (!isHidden(one.name)) reading.push(this.folderHandle(one, within(folder, one.name)))
      }
    } catch {
      this.unreadable++
    }
    await Promise.all(reading)
  }

  private async read(file: () => Promise<File>, folder: string): Promise<void> {
    try {
      this.add(await file(), folder)
    } catch {
      this.unreadable++
    }
  }
}
