import type { HTMLAttributes } from 'preact'
import type { ZhaojianAttributes, ZhaojianElement, ZhaojianListeners } from './embed.js'

/** The element's tag in Preact's JSX; a file apart, because it can be read only where Preact is installed. */
type Inherited = Omit<HTMLAttributes<ZhaojianElement>, keyof ZhaojianAttributes | keyof ZhaojianListeners>

declare module 'preact' {
  namespace JSX {
    interface IntrinsicElements {
      'zhaojian-check': Inherited &
        Omit<ZhaojianAttributes, 'profile'> &
        ZhaojianListeners & { profile?: string | object | undefined }
    }
  }
}
