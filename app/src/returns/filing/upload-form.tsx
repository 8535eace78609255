/** The empty workbook to fetch, the form by which it comes back, and the way to enter a return on pages instead. */
import { EmptyState } from '../../pages/empty-state.tsx'
import { Button, type Choice, Field, Select, type SentBack } from '../../pages/form.tsx'
import { useOwnForm, useShell } from '../../pages/shell.tsx'
import { draftWordsOf } from '../drafting/draft-words.ts'
import { returnWordsOf } from './return-words.ts'

interface UploadFormProps {
  /** The returns that there are: `bicycles/annual`. */
  readonly kinds: readonly Choice[]
  readonly years: readonly string[]
  /** The one that was to be reported where the reader comes from. */
  readonly reported: { readonly return: string; readonly period: string } | undefined
  /** One's own, and those for which it answers. */
  readonly firms: readonly Choice[]
  readonly sent: SentBack | undefined
}

export function UploadForm({ kinds, years, reported, firms, sent }: UploadFormProps) {
  const { language } = useShell()
  const words = returnWordsOf(language)
  return (
    <>
      <h2>{words.fetch}</h2>
      {kinds.length === 0 ? <EmptyState>{words.noProgramme}</EmptyState> : <p>{words.fetchHint}</p>}
      <ul className="links">
        {kinds.map(({ value, label }) => (
          <li key={value}>
            <a href={`/api/workbooks/${value}?language=${language}`} download>
              {words.workbookOf(label)}
            </a>
          </li>
        ))}
      </ul>
      <h2>{words.upload}</h2>
      <p className="prose">{words.uploadHint}</p>
      <FileForm kinds={kinds} years={years} reported={reported} firms={firms} sent={sent} />
      <EnterButton />
    </>
  )
}

const FORM = 'upload'

function FileForm({ kinds, years, reported, firms, sent }: UploadFormProps) {
  const words = returnWordsOf(useShell().language)
  return (
    <form method="post" action={useOwnForm()} encType="multipart/form-data" className="form" id={FORM}>
      {firms.length > 1 ? (
        <Select
          name="manufacturer_id"
          label={words.forFirm}
          hint={words.forFirmHint}
          choices={firms}
          defaultValue={sent?.typed['manufacturer_id']}
          problem={sent?.problem}
        />
      ) : undefined}
      <Select
        name="return"
        label={words.kind}
        choices={kinds}
        defaultValue={sent?.typed['return'] ?? reported?.return}
        problem={sent?.problem}
      />
      <Field
        name="return_period"
        label={words.period}
        hint={words.periodHint}
        defaultValue={sent?.typed['return_period'] ?? reported?.period ?? years[0]}
        required
        dir="ltr"
        problem={sent?.problem}
      />
      <Field
        name="file"
        type="file"
        accept=".xlsx,.csv,.zip,.json"
        label={words.file}
        hint={words.fileHint}
        required
        problem={sent?.problem}
      />
      <Button>{words.uploadIt}</Button>
    </form>
  )
}

/** Sends the same form, which needs no file for this. */
function EnterButton() {
  const drafting = draftWordsOf(useShell().language)
  return (
    <>
      <h2>{drafting.enter}</h2>
      <p className="quiet">{drafting.enterHint}</p>
      <p>
        <button
          className="ds-button"
          data-variant="secondary"
          type="submit"
          form={FORM}
          name="act"
          value="enter"
          formNoValidate={true}
        >
          {drafting.enterIt}
        </button>
      </p>
    </>
  )
}
