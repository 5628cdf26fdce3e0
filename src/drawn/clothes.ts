import { darken, lighten } from './colours'
import type { PortraitOptions } from './options'

/** A jacket over a white shirt. */
export function drawClothes({ clothes = '#26324a', shoulderSlope = 0 }: PortraitOptions): string {
  return `<g transform="rotate(${shoulderSlope} 240 470)">
    <path d="M-10,760 L-10,560 C0,506 60,484 140,468 C170,460 190,450 198,432 L282,432 C290,450 310,460 340,468 C420,484
      480,506 490,560 L490,760 Z" fill="${clothes}"/>
    <path d="M198,428 L240,520 L282,428 L300,446 L268,560 L240,528 L212,560 L180,446 Z" fill="#f5f6f8"/>
    <path d="M198,430 C214,462 266,462 282,430 L286,440 L240,512 L194,440 Z" fill="#e6e9ee"/>
    <path d="M196,426 L240,498 L206,530 L180,450 Z M284,426 L240,498 L274,530 L300,450 Z" fill="#ffffff"
      stroke="#cdd3db" stroke-width="1"/>
    <path d="M180,448 L166,462 L196,640 L236,560 Z M300,448 L314,462 L284,640 L244,560 Z"
      fill="${lighten(clothes, 0.08)}" stroke="${darken(clothes, 0.4)}" stroke-width="1.2"/>
    <path d="M236,560 L236,760 M244,560 L244,760" stroke="${darken(clothes, 0.4)}" stroke-width="1.4"/></g>`
}
