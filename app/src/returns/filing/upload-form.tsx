/** The empty workbook to fetch, and the form by which it comes back. */
import { EmptyState } from '../../pages/empty-state.tsx'
import { Button, type Choice, Field, Select, type SentBack } from '../../pages/form.tsx'
import { useShell } from '../../pages/shell.tsx'
import { returnWordsOf } from './return-words.ts'

interface UploadFormProps {
  /** The programmes that take a return. */
  readonly programmes: readonly Choice[]
  readonly years: readonly string[]
  readonly sent: SentBack | undefined
}

export function UploadForm({ programmes, years, sent }: UploadFormProps) {
  const { language } = useShell()
  const words = returnWordsOf(language)
  return (
    <>
      <h2>{words.fetch}</h2>
      {programmes.length === 0 ? <EmptyState>{words.noProgramme}</EmptyState> : <p>{words.fetchHint}</p>}
      <ul className="links">
        {programmes.map(({ value, label }) => (
          <li key={value}>
            <a href={`/api/workbooks/${value}?language=${language}`} download>
              {words.workbookOf(label)}
            </a>
          </li>
        ))}
      </ul>
      <h2>{words.upload}</h2>
      <p className="prose">{words.uploadHint}</p>
      <form method="post" encType="multipart/form-data" className="form">
        <Select
          name="programme"
          label={words.programme}
          choices={programmes}
          defaultValue={sent?.typed['programme']}
          problem={sent?.problem}
        />
        <Field
          name="year"
          label={words.year}
          hint={words.yearHint}
          defaultValue={sent?.typed['year'] ?? years[0]}
          required
          dir="ltr"
          problem={sent?.problem}
        />
        <Field
          name="file"
          type="file"
          accept=".xlsx"
          label={words.file}
          hint={words.fileHint}
          required
          problem={sent?.problem}
        />
        <Button>{words.uploadIt}</Button>
      </form>
    </>
  )
}
