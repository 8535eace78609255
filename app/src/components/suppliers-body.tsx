/** The register of suppliers: a maker searches it, a supplier agrees to stand in it. */
import { COMPONENT_CLASSES, type ComponentClass } from '../commitments/candidate.ts'
import { commitmentWordsOf } from '../commitments/commitment-words.ts'
import { Confirmation } from '../pages/confirmation.tsx'
import { CsvLink } from '../pages/csv-link.tsx'
import { DataTable } from '../pages/data-table.tsx'
import { EmptyState } from '../pages/empty-state.tsx'
import { Button, ErrorSummary, Field, Select, useSentBack } from '../pages/form.tsx'
import { Pagination } from '../pages/pagination.tsx'
import { RowForm } from '../pages/row-form.tsx'
import { Page, useShell } from '../pages/shell.tsx'
import type { showSuppliers } from './show-suppliers.ts'
import { supplierWordsOf } from './supplier-words.ts'

type Shown = Awaited<ReturnType<typeof showSuppliers>>

export function SuppliersBody({ shown }: { readonly shown: Shown }) {
  const { items, mayList } = shown
  const { language } = useShell()
  const words = supplierWordsOf(language)
  const { classNames } = commitmentWordsOf(language)
  return (
    <Page title={words.title}>
      <Confirmation sentences={words.done} />
      <h1 id="suppliers">{words.title}</h1>
      <p className="prose">{words.intro}</p>
      <SearchForm shown={shown} />
      {items.length === 0 ? (
        <EmptyState>{words.none}</EmptyState>
      ) : (
        <DataTable
          titledBy="suppliers"
          rows={items}
          columns={[
            { title: words.supplier, of: ({ organization_name }) => <bdi>{organization_name}</bdi> },
            { title: words.class, of: ({ component_class }) => classNames[component_class] },
            { title: words.district, of: ({ district }) => <bdi>{district}</bdi> },
            { title: words.capacity, isAmount: true, of: ({ capacity }) => capacity },
            {
              title: words.certificate,
              of: ({ certificate }) => (certificate === null ? words.noCertificate : <bdi>{certificate}</bdi>),
            },
            ...(mayList
              ? [
                  {
                    title: words.end,
                    of: ({ component_class }: { readonly component_class: ComponentClass }) => (
                      <RowForm act="end" row={['component_class', component_class]} label={words.end} />
                    ),
                  },
                ]
              : []),
          ]}
        />
      )}
      {items.length === 0 ? undefined : <CsvLink href={shown.csv} />}
      <Pagination path={shown.path} after={shown.after} next={shown.next ?? undefined} />
      {mayList ? <AgreeForm /> : undefined}
    </Page>
  )
}

function SearchForm({ shown: { component_class, district, certificate, least } }: { readonly shown: Shown }) {
  const { language } = useShell()
  const words = supplierWordsOf(language)
  const { classNames } = commitmentWordsOf(language)
  return (
    <form className="form" method="get" action="/suppliers" role="search" aria-labelledby="suppliers">
      <Select
        name="class"
        label={words.class}
        choices={[
          { value: '', label: words.anyClass },
          ...COMPONENT_CLASSES.map((value) => ({ value, label: classNames[value] })),
        ]}
        defaultValue={component_class}
        problem={undefined}
      />
      <Field name="where" label={words.district} defaultValue={district} problem={undefined} dir="auto" />
      <Field name="with" label={words.certificate} defaultValue={certificate} problem={undefined} dir="auto" />
      <Field name="least" label={words.least} defaultValue={least} problem={undefined} inputMode="numeric" />
      <Button>{words.search}</Button>
    </form>
  )
}

function AgreeForm() {
  const { language } = useShell()
  const words = supplierWordsOf(language)
  const { classNames } = commitmentWordsOf(language)
  const { problem, typed = {} } = useSentBack() ?? {}
  const of = (name: string) => ({ name, defaultValue: typed[name], problem, dir: 'auto' })
  return (
    <>
      <h2>{words.agree}</h2>
      <p className="prose">{words.agreeIntro}</p>
      <form className="form" method="post" action="/suppliers">
        <ErrorSummary problem={problem} />
        <Select
          name="component_class"
          label={words.class}
          choices={COMPONENT_CLASSES.map((value) => ({ value, label: classNames[value] }))}
          defaultValue={typed['component_class']}
          problem={problem}
        />
        <Field {...of('district')} label={words.district} required />
        <Field {...of('capacity')} label={words.capacity} hint={words.capacityHint} inputMode="numeric" required />
        <Field {...of('certificate')} label={words.certificate} hint={words.certificateHint} />
        <Button>{words.agreeIt}</Button>
      </form>
    </>
  )
}
