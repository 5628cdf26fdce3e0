import type { ComponentChildren, JSX } from 'preact'
import type { Verdict } from '../../contract/report'

/** Inline SVG, so that nothing is loaded; icons always accompany text and are hidden from screen readers. */
function Icon({ children, className = 'icon' }: { children: ComponentChildren; className?: string }): JSX.Element {
  return (
    <svg
      class={className}
      viewBox="0 0 24 24"
      aria-hidden="true"
      fill="none"
      stroke="currentColor"
      stroke-width="1.8"
      stroke-linecap="round"
      stroke-linejoin="round"
    >
      {children}
    </svg>
  )
}

// Four shapes, so that verdicts differ not only in colour.
const VERDICT_SHAPES: Readonly<Record<Verdict, JSX.Element>> = {
  pass: (
    <>
      <circle cx="12" cy="12" r="9.5" />
      <path d="m7.800 12.300 3 3 5.600-6.300" />
    </>
  ),
  warn: (
    <>
      <path d="M12 3.300 21.800 20.300H2.200Z" />
      <path d="M12 10v4.500M12 17.300v.01" />
    </>
  ),
  fail: (
    <>
      <path d="M8 2.500h8L21.500 8v8L16 21.500H8L2.500 16V8Z" />
      <path d="m8.700 8.700 6.600 6.600m0-6.600-6.600 6.600" />
    </>
  ),
  unknown: (
    <>
      <circle cx="12" cy="12" r="9.5" stroke-dasharray="3.300 2.660" />
      <path d="M9.500 9.500a2.500 2.500 0 1 1 3.700 2.200c-.8.400-1.200.9-1.200 1.800M12 16.800v.01" />
    </>
  ),
}

export const VerdictIcon = ({ verdict }: { verdict: Verdict }): JSX.Element => (
  <Icon className={`icon mark mark-${verdict}`}>{VERDICT_SHAPES[verdict]}</Icon>
)

export const LockIcon = (): JSX.Element => (
  <Icon>
    <rect x="5" y="10.500" width="14" height="10" rx="2.500" />
    <path d="M8 10.500V7.500a4 4 0 0 1 8 0v3" />
  </Icon>
)
export const PhotoIcon = (): JSX.Element => (
  <Icon>
    <rect x="4.500" y="3" width="15" height="18" rx="2.500" />
    <circle cx="12" cy="10" r="3" />
    <path d="M7 21c.3-3.500 2.300-5.500 5-5.500s4.700 2 5 5.500" />
  </Icon>
)
export const CameraIcon = (): JSX.Element => (
  <Icon>
    <path
      d={
        'M4 8h3l1.600-2.500h6.800L17 8h3a1.500 1.500 0 0 1 1.500 1.500v9' +
        'A1.500 1.500 0 0 1 20 20H4a1.500 1.500 0 0 1-1.500-1.500v-9A1.500 1.500 0 0 1 4 8Z'
      }
    />
    <circle cx="12" cy="13.500" r="3.700" />
  </Icon>
)
export const SaveIcon = (): JSX.Element => (
  <Icon>
    <path
      d={
        'M12 3.500v11m0 0 4.300-4.300M12 14.500l-4.300-4.300' +
        'M4 16.500v2A2.500 2.500 0 0 0 6.500 21h11a2.500 2.500 0 0 0 2.500-2.500v-2'
      }
    />
  </Icon>
)
export const ShareIcon = (): JSX.Element => (
  <Icon>
    <path d="M12 14.500v-11m0 0-4 4m4-4 4 4M7 11H5.500v9.500h13V11H17" />
  </Icon>
)
export const ChevronIcon = (): JSX.Element => (
  <Icon className="icon chevron">
    <path d="m8 10 4 4 4-4" />
  </Icon>
)
export const CloseIcon = (): JSX.Element => (
  <Icon>
    <path d="m6 6 12 12M18 6 6 18" />
  </Icon>
)
export const SwitchIcon = (): JSX.Element => (
  <Icon>
    <path d="M4 11a8 8 0 0 1 14-4.500L20 8.500M20 4v4.500h-4.500M20 13a8 8 0 0 1-14 4.500L4 15.500M4 20v-4.500h4.500" />
  </Icon>
)
export const LinkIcon = (): JSX.Element => (
  <Icon>
    <path
      d={
        'M13 5h6v6M19 5l-9 9' +
        'M17 14v4a1.500 1.500 0 0 1-1.500 1.500h-9A1.500 1.500 0 0 1 5 18V9a1.500 1.500 0 0 1 1.500-1.500h4'
      }
    />
  </Icon>
)
export const BackIcon = (): JSX.Element => (
  <Icon>
    <path d="M19 12H5m0 0 6-6m-6 6 6 6" />
  </Icon>
)
export const ManyIcon = (): JSX.Element => (
  <Icon>
    <rect x="8" y="3" width="12" height="14.500" rx="2.500" />
    <path d="M16 21H6.500A2.500 2.500 0 0 1 4 18.500V7" />
    <circle cx="14" cy="8.500" r="2.200" />
    <path d="M10.500 17.500c.2-3 1.600-4.500 3.500-4.500s3.300 1.500 3.500 4.500" />
  </Icon>
)
export const ReportIcon = (): JSX.Element => (
  <Icon>
    <path d="M6.500 3h7.500l4.500 4.500V19a2 2 0 0 1-2 2h-10a2 2 0 0 1-2-2V5a2 2 0 0 1 2-2Z" />
    <path d="M13.500 3v5h5M8 12.500h7M8 16h5" />
  </Icon>
)
export const PrintIcon = (): JSX.Element => (
  <Icon>
    <path
      d={
        'M7 8V3.500h10V8M7 17H5a1.500 1.500 0 0 1-1.500-1.500v-6A1.500 1.500 0 0 1 5 8h14' +
        'a1.500 1.500 0 0 1 1.500 1.500v6A1.500 1.500 0 0 1 19 17h-2'
      }
    />
    <path d="M7 14h10v6.500H7z" />
  </Icon>
)
export const StarIcon = (): JSX.Element => (
  <Icon>
    <path
      d={
        'm12 3.500 2.600 5.400 5.900.8-4.300 4.100 1.100 5.900' +
        '-5.300-2.900-5.300 2.900 1.100-5.900-4.300-4.100 5.900-.8Z'
      }
    />
  </Icon>
)
export const FolderIcon = (): JSX.Element => (
  <Icon>
    <path d="M3.500 7A2 2 0 0 1 5.500 5H9l2.200 2.500h7.300a2 2 0 0 1 2 2V17a2 2 0 0 1-2 2h-13a2 2 0 0 1-2-2Z" />
  </Icon>
)
export const PauseIcon = (): JSX.Element => (
  <Icon>
    <path d="M9 6v12M15 6v12" />
  </Icon>
)
export const PlayIcon = (): JSX.Element => (
  <Icon>
    <path d="M8 5.500v13l10-6.500Z" />
  </Icon>
)
export const StopIcon = (): JSX.Element => (
  <Icon>
    <rect x="6.500" y="6.500" width="11" height="11" rx="2" />
  </Icon>
)
export const PreviousIcon = (): JSX.Element => (
  <Icon>
    <path d="m14.500 6-6 6 6 6" />
  </Icon>
)
export const NextIcon = (): JSX.Element => (
  <Icon>
    <path d="m9.500 6 6 6-6 6" />
  </Icon>
)
export const EyeIcon = (): JSX.Element => (
  <Icon>
    <path d="M2.500 12S6 5.500 12 5.500 21.500 12 21.500 12 18 18.500 12 18.500 2.500 12 2.500 12Z" />
    <circle cx="12" cy="12" r="2.800" />
  </Icon>
)
