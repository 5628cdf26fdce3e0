import type { JSX } from 'preact'
import { toggleAuto, toggleLayer, toggleVoice } from '../../state/actions'
import { startCamera } from '../../state/camera'
import { isAutoCaptureOn, camera, liveLayers, isVoiceOn, type Layer } from '../../state/store'
import { Voice } from '../../state/voice'
import { getPageText } from '../text'

const ALL_LAYERS: readonly Layer[] = ['outlines', 'frame', 'lighting', 'background']

/** Options of the camera screen, each on or off. */
export function CameraOptions(): JSX.Element {
  const text = getPageText()
  const chip = (label: string, isOn: boolean, toggle: () => void): JSX.Element => (
    <button key={label} type="button" class="chip" aria-pressed={isOn} onClick={toggle}>
      {label}
    </button>
  )
  return (
    <div class="chips" role="group" aria-label={text.camera.options}>
      {chip(text.camera.auto, isAutoCaptureOn.value, toggleAuto)}
      {Voice.isSupported && chip(text.camera.voice, isVoiceOn.value, toggleVoice)}
      {ALL_LAYERS.map(layer =>
        chip(text.layer[layer], liveLayers.value.has(layer), () => toggleLayer(layer, liveLayers)),
      )}
    </div>
  )
}

/** Choice of camera; hidden if there is only one. */
export function DeviceChoice(): JSX.Element | null {
  const text = getPageText().camera
  const { devices = [], deviceId = null } = camera.value ?? {}
  if (devices.length < 2) return null
  return (
    <label class="field">
      <span>{text.device}</span>
      <select value={deviceId ?? ''} onChange={event => void startCamera({ id: event.currentTarget.value })}>
        {devices.map(({ id, label }, index) => (
          <option key={id} value={id} selected={id === deviceId}>
            {label || text.cameraNumber(index + 1)}
          </option>
        ))}
      </select>
    </label>
  )
}
