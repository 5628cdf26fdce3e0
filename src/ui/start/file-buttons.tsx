import type { JSX, TargetedEvent } from 'preact'
import { choosePhotos } from '../../state/actions'
import { CameraIcon, PhotoIcon } from '../common/icons'
import { getPageText } from '../text'

// HEIC is listed because some file choosers hide it for image/*.
const ACCEPTED_TYPES = 'image/*,.heic,.heif'

function readChosenFiles(event: TargetedEvent<HTMLInputElement>, use: (files: File[]) => void): void {
  const input = event.currentTarget
  const files = [...(input.files ?? [])]
  // Reset, so that choosing the same file again fires a change event.
  input.value = ''
  if (files.length) use(files)
}

/**
 * A label around its input, which unlike a scripted click works with every keyboard, screen reader and in-app browser.
 * Several photos are compared.
 */
export function ChooseFile({
  label,
  className = 'button primary',
  onFiles = files => void choosePhotos(files),
  action,
}: {
  label: string
  className?: string
  onFiles?: (files: File[]) => void
  action?: string
}): JSX.Element {
  return (
    <label class={`${className} file-button`} data-action={action}>
      <PhotoIcon />
      {label}
      <input type="file" accept={ACCEPTED_TYPES} multiple onChange={event => readChosenFiles(event, onFiles)} />
    </label>
  )
}

/** Opens the system's camera app: where the page has no camera access, and for in-app browsers. */
export function NativeCamera(): JSX.Element {
  return (
    <label class="button file-button">
      <CameraIcon />
      {getPageText().camera.native}
      <input
        type="file"
        accept="image/*"
        capture="environment"
        onChange={event => readChosenFiles(event, files => void choosePhotos(files))}
      />
    </label>
  )
}
