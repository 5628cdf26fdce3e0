import { describe, expect, it } from 'vitest'
import type { DroppedEntry, DroppedFile, DroppedFolder } from './dropped-entry'
import {
  findInFiles,
  findInEntries,
  findInFolder,
  type PickedFileHandle,
  type PickedFolderHandle,
  type FoundFiles,
} from './find-pictures'

interface Tree {
  readonly [name: string]: string | Tree
}

const fileEntry = (name: string, content: string): DroppedFile => ({
  isDirectory: false,
  name,
  file: (found, failed) => {
    if (content === 'locked') failed(new Error('NotReadableError'))
    else found(new File([content], name))
  },
})
/** Returns a hundred entries per call, as browsers do. */
function folderEntry(name: string, tree: Tree): DroppedFolder {
  const entries = entriesOf(tree)
  return {
    isDirectory: true,
    name,
    createReader: () => {
      let offset = 0
      return { readEntries: found => found(entries.slice(offset, (offset += 100))) }
    },
  }
}
const entriesOf = (tree: Tree): DroppedEntry[] =>
  Object.entries(tree).map(([name, child]) =>
    typeof child === 'string' ? fileEntry(name, child) : folderEntry(name, child),
  )

function folderHandle(name: string, tree: Tree): PickedFolderHandle {
  const handles = Object.entries(tree).map(([childName, child]): PickedFileHandle | PickedFolderHandle =>
    typeof child === 'string'
      ? {
          kind: 'file',
          name: childName,
          getFile: async () => {
            if (child === 'locked') throw new Error('NotReadableError')
            return new File([child], childName)
          },
        }
      : folderHandle(childName, child),
  )
  return {
    kind: 'directory',
    name,
    async *values() {
      yield* handles
    },
  }
}

const TREE: Tree = {
  '10.jpg': '',
  '2.JPG': '',
  'Thumbs.db': '',
  '.DS_Store': '',
  '._2.JPG': '',
  'notes.txt': '',
  'gone.png': 'locked',
  一班: { '张三.heic': '', 补拍: { '李四.jpg': '' } },
  '.trash': { 'old.jpg': '' },
  __MACOSX: { 'x.jpg': '' },
}
const places = ({ incoming }: FoundFiles): string[] => incoming.map(({ file, folder }) => `${folder}|${file.name}`)
const EXPECTED = ['|2.JPG', '|10.jpg', '一班|张三.heic', '一班/补拍|李四.jpg']

describe('a folder', () => {
  it.each([
    ['dropped', () => findInEntries([folderEntry('毕业照', TREE)])],
    ['chosen', () => findInFolder(folderHandle('毕业照', TREE))],
  ])(
    '%s: pictures with their place inside it, in the order of their names; the rest is counted',
    async (_, findFiles) => {
      const found = await findFiles()
      expect(places(found)).toEqual(EXPECTED)
      expect(found).toMatchObject({ others: 4, unreadable: 1 })
    },
  )

  it('of an input brings its own name along, which is left away', () => {
    const file = (path: string): File =>
      Object.defineProperty(new File([''], path.split('/').at(-1)!), 'webkitRelativePath', { value: path })
    const found = findInFiles(
      [
        '毕业照/10.jpg',
        '毕业照/2.JPG',
        '毕业照/Thumbs.db',
        '毕业照/一班/张三.heic',
        '毕业照/一班/补拍/李四.jpg',
        '毕业照/.trash/old.jpg',
      ].map(file),
    )
    expect(places(found)).toEqual(EXPECTED)
    expect(found.others).toBe(1)
  })

  it('is read to its end, not to the first hundred', async () => {
    const many = Object.fromEntries(Array.from({ length: 250 }, (_, i) => [`${i}.jpg`, '']))
    expect((await findInEntries([folderEntry('all', many)])).incoming).toHaveLength(250)
  })

  it('that can’t be read costs itself alone', async () => {
    const broken: DroppedEntry = {
      isDirectory: true,
      name: 'broken',
      createReader: () => ({ readEntries: (_, failed) => failed(new Error('NotFoundError')) }),
    }
    expect(await findInEntries([broken, fileEntry('a.jpg', '')])).toMatchObject({
      incoming: [{ folder: '' }],
      unreadable: 1,
    })
  })
})

it('several folders keep their names, files beside them stand at the top', async () => {
  expect(
    places(
      await findInEntries([
        folderEntry('一班', { 'a.jpg': '' }),
        folderEntry('二班', { 'a.jpg': '' }),
        fileEntry('b.jpg', ''),
      ]),
    ),
  ).toEqual(['|b.jpg', '二班|a.jpg', '一班|a.jpg'])
})

it('a picture is told by its type too, where the name says nothing', () => {
  expect(findInFiles([new File([''], 'scan', { type: 'image/jpeg' }), new File([''], 'scan')])).toMatchObject({
    incoming: [{ folder: '' }],
    others: 1,
  })
})
