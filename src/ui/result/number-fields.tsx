import type { JSX } from 'preact'
import { askedNumbers, isNumberWrong, typedNumbers, typeNumber, type NumberToken } from '../../state/typed-numbers'
import { getSchoolText } from '../text/school'

/** Where the school names files by a number: a field for it, whose content leaves this page only in the file's name. */
export function NumberFields(): JSX.Element | null {
  if (!askedNumbers.value.length) return null
  return (
    <div class="number-fields">
      {askedNumbers.value.map(token => (
        <NumberField key={token} token={token} />
      ))}
      <p class="quiet">{getSchoolText().numberNote}</p>
    </div>
  )
}

function NumberField({ token }: { token: NumberToken }): JSX.Element {
  const text = getSchoolText()
  const isWrong = isNumberWrong(token)
  const noteId = `number-${token}-wrong`
  return (
    <label class="field">
      <span>{text.number[token]}</span>
      <input
        type="text"
        inputMode={token === 'id-number' ? 'text' : 'numeric'}
        autocomplete="off"
        spellcheck={false}
        maxLength={30}
        data-number={token}
        value={typedNumbers.value[token] ?? ''}
        aria-invalid={isWrong}
        aria-describedby={isWrong ? noteId : undefined}
        onInput={event => typeNumber(token, event.currentTarget.value)}
      />
      {isWrong && (
        <span class="field-wrong" id={noteId} role="alert">
          {token === 'id-number' ? text.wrongIdNumber : text.wrongNumber}
        </span>
      )}
    </label>
  )
}
