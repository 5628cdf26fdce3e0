import type { JSX, TargetedEvent } from 'preact'
import { useState } from 'preact/hooks'
import type { PickedFolderHandle } from '../../state/batch/find-pictures'
import { importFiles, importFolder } from '../../state/batch/import-files'
import { FolderIcon } from '../common/icons'
import { ChooseFile } from '../start/file-buttons'

type FolderPicker = (options: { id: string }) => Promise<PickedFolderHandle>

const showFolderPicker = (window as { showDirectoryPicker?: FolderPicker }).showDirectoryPicker
const HAS_FOLDER_INPUT = 'webkitdirectory' in HTMLInputElement.prototype

export function AddFiles({ label, className = 'button small' }: { label: string; className?: string }): JSX.Element {
  return (
    <ChooseFile className={className} label={label} onFiles={files => void importFiles(files)} action="add-files" />
  )
}

/**
 * The browser's folder picker; where it is missing or forbidden (in a frame), a file input, whose prompt mentions
 * uploading. Phones have neither.
 */
export function AddFolder({
  label,
  className = 'button small',
}: {
  label: string
  className?: string
}): JSX.Element | null {
  const [isPickerAllowed, setPickerAllowed] = useState(showFolderPicker !== undefined)
  const pick = async (): Promise<void> => {
    let folder: PickedFolderHandle
    try {
      folder = await showFolderPicker!.call(window, { id: 'batch' })
    } catch (error) {
      // Dismissing the picker is not a failure.
      if ((error as Error).name !== 'AbortError') setPickerAllowed(false)
      return
    }
    await importFolder(folder)
  }
  if (isPickerAllowed)
    return (
      <button type="button" class={className} data-action="add-folder" onClick={() => void pick()}>
        <FolderIcon />
        {label}
      </button>
    )
  return HAS_FOLDER_INPUT ? <FolderInput label={label} className={className} /> : null
}

function FolderInput({ label, className }: { label: string; className: string }): JSX.Element {
  const importChosen = (event: TargetedEvent<HTMLInputElement>): void => {
    const input = event.currentTarget
    const files = [...(input.files ?? [])]
    input.value = ''
    if (files.length) void importFiles(files)
  }
  return (
    <label class={`${className} file-button`} data-action="add-folder">
      <FolderIcon />
      {label}
      <input
        type="file"
        multiple
        ref={input => {
          if (input) input.webkitdirectory = true
        }}
        onChange={importChosen}
      />
    </label>
  )
}
