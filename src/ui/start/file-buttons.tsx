import type { JSX, TargetedEvent } from 'preact'
import { choosePhoto } from '../../state/actions'
import { CameraIcon, PhotoIcon } from '../common/icons'
import { words } from '../text'

// HEIC is named because image/* hides it in some file choosers.
const ACCEPT = 'image/*,.heic,.heif'

function taken(event: TargetedEvent<HTMLInputElement>): void {
  const input = event.currentTarget
  const file = input.files?.[0]
  // Emptied, so that choosing the same file again is a choice too.
  input.value = ''
  if (file) void choosePhoto(file)
}

/** A label around its input: works with every keyboard, screen reader and in-app browser, unlike a scripted click. */
export function ChooseFile({ label, className = 'button primary' }: { label: string; className?: string }): JSX.Element {
  return (
    <label class={`${className} file-button`}>
      <PhotoIcon />{label}
      <input type="file" accept={ACCEPT} onChange={taken} />
    </label>
  )
}

/** The system's own camera: where the page gets none, and in browsers inside apps. */
export function NativeCamera(): JSX.Element {
  return (
    <label class="button file-button">
      <CameraIcon />{words().camera.native}
      <input type="file" accept="image/*" capture="environment" onChange={taken} />
    </label>
  )
}
