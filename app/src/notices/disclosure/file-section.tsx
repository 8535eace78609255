/** The file that is relied upon, on the page of its notice: to be read thing by thing, or fetched as one archive. */
import { DataTable } from '../../pages/data-table.tsx'
import { Button } from '../../pages/form.tsx'
import { useShell } from '../../pages/shell.tsx'
import { momentOf } from '../../pages/when.ts'
import { FileField } from '../notice-forms.tsx'
import { fileWordsOf } from './file-words.ts'
import type { Disclosed } from './item.ts'

interface FileSectionProps {
  readonly id: string
  readonly items: readonly Disclosed[]
  readonly mayDisclose: boolean
}

export function FileSection({ id, items, mayDisclose }: FileSectionProps) {
  const { language } = useShell()
  const words = fileWordsOf(language)
  return (
    <section>
      <h2 id="file">{words.title}</h2>
      <p className="prose">{words.intro}</p>
      <p>
        <a href={`/api/notices/${id}/file.zip`} download>
          {words.archive}
        </a>
      </p>
      <DataTable
        titledBy="file"
        rows={items}
        columns={[
          {
            title: words.what,
            of: ({ kind, name, document_id }) => (
              <>
                {words.kinds[kind]}
                {kind === 'law' ? '' : ': '}
                {kind === 'law' ? undefined : document_id === null ? (
                  <bdi>{name}</bdi>
                ) : (
                  <a href={`/api/documents/${document_id}`}>
                    <bdi>{name}</bdi>
                  </a>
                )}
              </>
            ),
          },
          { title: words.disclosed, isWhole: true, of: ({ disclosed_at }) => momentOf(disclosed_at, language).when },
          {
            title: words.hash,
            of: ({ hash }) => (
              <code className="hash" dir="ltr">
                {hash.slice('sha256:'.length, 'sha256:'.length + 16)}
              </code>
            ),
          },
        ]}
      />
      {mayDisclose ? (
        <details className="folded">
          <summary>{words.disclose}</summary>
          <form method="post" encType="multipart/form-data" className="form">
            <input type="hidden" name="act" value="disclose" />
            <p>{words.disclosing}</p>
            <FileField label={words.further} hint={words.furtherHint} />
            <Button variant="secondary">{words.discloseIt}</Button>
          </form>
        </details>
      ) : undefined}
    </section>
  )
}
