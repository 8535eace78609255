/** The public register of certificates. */
import { type LoaderFunctionArgs, useLoaderData } from 'react-router'
import { CsvLink } from '../pages/csv-link.tsx'
import { DataTable } from '../pages/data-table.tsx'
import { EmptyState } from '../pages/empty-state.tsx'
import { Button, Field } from '../pages/form.tsx'
import type { PageHandle } from '../pages/page-handle.ts'
import { Pagination } from '../pages/pagination.tsx'
import { Page, useShell } from '../pages/shell.tsx'
import { dayText } from '../pages/when.ts'
import { CertificateTag } from './certificate-tag.tsx'
import { certificateWordsOf } from './certificate-words.ts'
import { showCertificates } from './show-certificates.ts'

export const handle = { see: 'see_certificates' } satisfies PageHandle

export async function loader({ context, request }: LoaderFunctionArgs) {
  return await showCertificates(context, request)
}

export default function CertificatesPage() {
  const { words: asked, items, after, next } = useLoaderData<typeof loader>()
  const { language } = useShell()
  const words = certificateWordsOf(language)
  const none = asked === '' ? words.none : words.noneFound(asked)
  return (
    <Page title={words.title}>
      <h1 id="certificates">{words.title}</h1>
      <p className="prose">{words.intro}</p>
      <form method="get" className="form">
        <Field name="q" type="search" label={words.search} defaultValue={asked} problem={undefined} />
        <Button variant="secondary">{words.searchIt}</Button>
      </form>
      {items.length === 0 ? (
        <EmptyState>{none}</EmptyState>
      ) : (
        <DataTable
          titledBy="certificates"
          rows={items}
          columns={[
            {
              title: words.number,
              isWhole: true,
              of: ({ number }) => (
                <a href={`/certificates/${number}`} dir="ltr">
                  {number}
                </a>
              ),
            },
            { title: words.state, of: ({ status }) => <CertificateTag status={status} /> },
            { title: words.scheme, of: ({ scheme_name }) => <bdi>{scheme_name}</bdi> },
            { title: words.about, of: ({ about }) => <bdi>{about}</bdi> },
            { title: words.maker, of: ({ manufacturer_name }) => <bdi>{manufacturer_name}</bdi> },
            { title: words.laboratory, of: ({ laboratory_name }) => <bdi>{laboratory_name}</bdi> },
            { title: words.until, isWhole: true, of: ({ valid_until }) => dayText(valid_until, language) },
          ]}
        />
      )}
      <Pagination
        path={asked === '' ? '/certificates' : `/certificates?q=${encodeURIComponent(asked)}`}
        after={after}
        next={next ?? undefined}
      />
      <CsvLink href="/certificates.csv" />
    </Page>
  )
}
