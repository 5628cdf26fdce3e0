import type { JSX } from 'preact'
import { useEffect, useState } from 'preact/hooks'
import { setLocale } from '../state/actions'
import { locale } from '../state/store'
import { useLeaveWarning } from '../ui/common/use-leave-warning'
import { getPageText } from '../ui/text'
import { ChecksSection } from './checks-section'
import { JudgedPanel } from './judged-panel'
import { RefusesSection, StepsSection } from './lists-section'
import { ProblemList } from './problem-list'
import { SaveBar, UseSection } from './save-bar'
import { FileSection, SchoolSection } from './school-section'
import { openInstead, StartPanel } from './start-panel'
import { isUnsaved, openedCount } from './store'
import { getEditorText } from './text'

/** The form for a school's profile, and beside it a portrait judged by that profile. */
export function Editor(): JSX.Element {
  const text = getEditorText()
  const [dropping, setDropping] = useState(false)
  useEffect(() => {
    document.title = text.title
  }, [text])
  useEffect(() => listenForFiles(setDropping), [])
  useLeaveWarning(isUnsaved)
  return (
    <div class="page editor">
      <a class="skip" href="#main">
        {getPageText().skip}
      </a>
      <EditorHeader />
      <main id="main" tabIndex={-1}>
        <h1>{text.heading}</h1>
        <p class="lead">{text.lead}</p>
        <div class="both">
          <ProfileForm key={openedCount.value} />
          <JudgedPanel />
        </div>
      </main>
      <SaveBar />
      {dropping && (
        <div class="dropping" aria-hidden="true">
          <span>{text.dropNow}</span>
        </div>
      )}
    </div>
  )
}

function EditorHeader(): JSX.Element {
  const page = getPageText()
  const other = locale.value === 'en' ? 'zh-CN' : 'en'
  return (
    <header class="top">
      <span class="brand">
        <img src={`${import.meta.env.BASE_URL}icon.svg`} alt="" width="32" height="32" />
        {page.brand}
      </span>
      <nav class="top-links">
        <a href="./">{getEditorText().toCheck}</a>
        <button type="button" class="button plain" lang={other} onClick={() => setLocale(other)}>
          {page.otherLanguage}
        </button>
      </nav>
    </header>
  )
}

function ProfileForm(): JSX.Element {
  return (
    <form class="form" id="form" noValidate onSubmit={event => event.preventDefault()}>
      <StartPanel />
      <SchoolSection />
      <FileSection />
      <ChecksSection />
      <StepsSection />
      <RefusesSection />
      <ProblemList />
      <UseSection />
    </form>
  )
}

/** Opens a JSON file that is dropped anywhere. Returns the function that stops it. */
function listenForFiles(onDrag: (isOver: boolean) => void): () => void {
  const ending = new AbortController()
  const { signal } = ending
  // relatedTarget is null only where the pointer leaves the window.
  document.addEventListener(
    'dragover',
    event => {
      if (event.dataTransfer?.types.includes('Files')) {
        event.preventDefault()
        onDrag(true)
      }
    },
    { signal },
  )
  document.addEventListener(
    'dragleave',
    event => {
      if (!event.relatedTarget) onDrag(false)
    },
    { signal },
  )
  document.addEventListener(
    'drop',
    event => {
      onDrag(false)
      const [dropped] = event.dataTransfer?.files ?? []
      if (!dropped) return
      event.preventDefault()
      openInstead(dropped)
    },
    { signal },
  )
  return () => ending.abort()
}
