import type { JSX, TargetedEvent } from 'preact'
import { choosePhotos } from '../../state/actions'
import { CameraIcon, PhotoIcon } from '../common/icons'
import { words } from '../text'

// HEIC is named because image/* hides it in some file choosers.
const ACCEPT = 'image/*,.heic,.heif'

function taken(event: TargetedEvent<HTMLInputElement>, use: (files: File[]) => void): void {
  const input = event.currentTarget
  const files = [...(input.files ?? [])]
  // Emptied, so that choosing the same file again is a choice too.
  input.value = ''
  if (files.length) use(files)
}

/**
 * A label around its input: works with every keyboard, screen reader and in-app browser, unlike a scripted click.
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
      <input type="file" accept={ACCEPT} multiple onChange={event => taken(event, onFiles)} />
    </label>
  )
}

/** The system's own camera: where the page gets none, and in browsers inside apps. */
export function NativeCamera(): JSX.Element {
  return (
    <label class="button file-button">
      <CameraIcon />
      {words().camera.native}
      <input
        type="file"
        accept="image/*"
        capture="environment"
        onChange={event => taken(event, files => void choosePhotos(files))}
      />
    </label>
  )
}
