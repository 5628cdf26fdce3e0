import type { JSX } from 'preact'
import { workersHere } from '../../zhaojian'
import { LockIcon, ManyIcon, ReportIcon } from '../common/icons'
import { getBatchText } from '../text/batch'
import { AddFiles, AddFolder } from './add-buttons'
import { ImportNote } from './import-note'
import { SchoolChoice } from './school-choice'

/** Explains an empty batch: what it is for and what it does not do. */
export function EmptyBatch(): JSX.Element {
  const text = getBatchText()
  return (
    <div class="batch-empty">
      <section class="drop" aria-labelledby="batch-drop">
        <ManyIcon />
        <h2 id="batch-drop">{text.emptyTitle}</h2>
        <p class="quiet">{text.emptyLead}</p>
        <div class="buttons">
          <AddFolder label={text.chooseFolder} className="button primary" />
          <AddFiles label={text.chooseFiles} className="button" />
        </div>
      </section>
      <ImportNote />
      <ul class="batch-promises">
        <li>
          <LockIcon />
          {text.emptyLocal}
        </li>
        <li>
          <ManyIcon />
          {text.emptyWorkers(workersHere())}
        </li>
        <li>
          <ReportIcon />
          {text.emptyKept}
        </li>
      </ul>
      <SchoolChoice />
    </div>
  )
}
