import type { DetailedHTMLProps, HTMLAttributes } from 'react'
import type { ZhaojianAttributes, ZhaojianElement, ZhaojianListeners } from './embed.js'

/** The element's tag in React's JSX; a file apart, because it can be read only where React's types are installed. */
type Inherited = Omit<
  DetailedHTMLProps<HTMLAttributes<ZhaojianElement>, ZhaojianElement>,
  keyof ZhaojianAttributes | keyof ZhaojianListeners
>

declare module 'react' {
  namespace JSX {
    interface IntrinsicElements {
      'zhaojian-check': Inherited &
        Omit<ZhaojianAttributes, 'profile'> &
        ZhaojianListeners & { profile?: string | object | undefined; class?: string | undefined }
    }
  }
}
