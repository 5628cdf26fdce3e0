import type { JSX } from 'preact'
import { SaveIcon, VerdictIcon } from '../ui/common/icons'
import type { ProfileProblem } from '../zhaojian'
import { judgedReports } from './judging'
import { toFieldText } from './model'
import { goToProblem } from './problem-list'
import { isUnsaved, problems, saveProfile, savedFileName, getValue } from './store'
import { getEditorText } from './text'

/** Always visible: saves the file, or shows what prevents it. */
export function SaveBar(): JSX.Element {
  const text = getEditorText()
  const [firstProblem] = problems.value
  return (
    <div class="save-bar" role="region" aria-label={text.save}>
      <p role="status">
        {savedFileName.value ? (
          <>
            <VerdictIcon verdict="pass" />
            {text.saved(savedFileName.value)}
          </>
        ) : isUnsaved.value ? (
          text.unsaved
        ) : (
          ''
        )}
      </p>
      <a class="button plain to-judged" href="#judged">
        {text.showJudged}
        {judgedReports.value?.report && <VerdictIcon verdict={judgedReports.value.report.verdict} />}
      </a>
      {firstProblem ? <DraftButtons firstProblem={firstProblem} /> : <SaveButton />}
    </div>
  )
}

/** Of an invalid profile: saving as a draft, and the way to its first problem. */
function DraftButtons({ firstProblem }: { firstProblem: ProfileProblem }): JSX.Element {
  const text = getEditorText()
  return (
    <>
      <button type="button" class="button" data-action="draft" title={text.draftHint} onClick={saveProfile}>
        {text.draft}
        <span class="unseen">{text.draftHint}</span>
      </button>
      <button type="button" class="button wrong" data-action="first-problem" onClick={() => goToProblem(firstProblem)}>
        <VerdictIcon verdict="fail" />
        {text.problemCount(problems.value.length)}
        <span class="not-yet">{text.notYet}</span>
      </button>
    </>
  )
}

function SaveButton(): JSX.Element {
  const text = getEditorText()
  return (
    <button type="button" class="button primary" data-action="save-profile" onClick={saveProfile}>
      <SaveIcon />
      {text.save}
      <span class="save-name"> {buildFileName()}</span>
    </button>
  )
}

const buildFileName = (): string => `${toFieldText(getValue(['id'])) || 'profile'}.json`

/** The three ways to use the file that was saved. */
export function UseSection(): JSX.Element {
  const text = getEditorText()
  const name = buildFileName()
  const site = new URL('./', location.href).href
  return (
    <section class="card" aria-labelledby="use-title">
      <h2 id="use-title">{text.use}</h2>
      <dl class="ways">
        <div>
          <dt>{text.useLink}</dt>
          <dd>
            {text.useLinkMore}
            <code>{`${site}?profile=${site}${name}`}</code>
          </dd>
        </div>
        <div>
          <dt>{text.useElement}</dt>
          <dd>
            {text.useElementMore}
            <code>{`<zhaojian-check profile="${site}${name}"></zhaojian-check>`}</code>
          </dd>
        </div>
        <div>
          <dt>{text.useContribute}</dt>
          <dd>
            {text.useContributeMore}
            <code>{`src/profiles/${name}`}</code>
          </dd>
        </div>
      </dl>
    </section>
  )
}
