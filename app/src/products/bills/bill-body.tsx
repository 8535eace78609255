/** What the page of a revision shows. */
import { useActionData } from 'react-router'
import { Confirmation } from '../../pages/confirmation.tsx'
import { DataTable } from '../../pages/data-table.tsx'
import { EmptyState } from '../../pages/empty-state.tsx'
import { Button, ErrorSummary, Field, type SentBack } from '../../pages/form.tsx'
import { ObjectHeader } from '../../pages/object-header.tsx'
import { Page, useShell } from '../../pages/shell.tsx'
import { StateTag } from '../../pages/state-tag.tsx'
import { momentOf } from '../../pages/when.ts'
import type { BillLine } from './bill.ts'
import type { BillShown } from './bill-view.ts'
import { billWordsOf } from './bill-words.ts'
import { LineForm } from './line-form.tsx'

interface Imported {
  readonly imported: true
  readonly unknown: readonly { readonly name: string; readonly count: number }[]
}

export function BillBody({ loaded }: { readonly loaded: BillShown }) {
  const { model, bill, count, canEdit } = loaded
  const answered = useActionData<SentBack | Imported>()
  const sent = answered !== undefined && 'problem' in answered ? answered : undefined
  const imported = answered !== undefined && 'imported' in answered ? answered : undefined
  const { language } = useShell()
  const words = billWordsOf(language)
  const home = `/models/${model.id}/bills/${bill.revision}`
  return (
    <Page title={words.title(bill.revision, model.name)}>
      <Confirmation sentences={words.done} />
      <ErrorSummary problem={sent?.problem} />
      {imported === undefined ? undefined : <Unknown unknown={imported.unknown} />}
      <ObjectHeader
        title={words.title(bill.revision, model.name)}
        within={{ href: `/models/${model.id}`, title: model.name }}
        facts={[
          {
            name: words.state,
            value: (
              <StateTag look={bill.released_at === null ? 'open' : 'good'}>
                {bill.released_at === null ? words.draft : words.released}
              </StateTag>
            ),
          },
          ...(bill.released_at === null
            ? []
            : [{ name: words.releasedOn, value: momentOf(bill.released_at, language).when }]),
          ...(bill.basis === null
            ? []
            : [
                {
                  name: words.basis,
                  value: <a href={`/models/${model.id}/bills/${bill.basis}`}>{words.revision(bill.basis)}</a>,
                },
              ]),
        ]}
      />
      <Lines loaded={loaded} home={home} />
      {count > bill.lines.length ? <p className="quiet">{words.more(bill.lines.length, count)}</p> : undefined}
      <h2>{words.fetch}</h2>
      <ul className="links">
        {['1.7', '1.6'].map((spec) => (
          <li key={spec}>
            <a href={`/api${home}/cyclonedx?spec=${spec}`} download>
              {words.asCycloneDx(spec)}
            </a>
          </li>
        ))}
        <li>
          <a href={`/api${home}/workbook?language=${language}`} download>
            {words.asWorkbook}
          </a>
        </li>
        <li>
          <a href={`/api${home}/csv`} download>
            {words.asCsv}
          </a>
        </li>
      </ul>
      <Changes loaded={loaded} />
      {canEdit ? <Acts loaded={loaded} home={home} sent={sent} /> : undefined}
    </Page>
  )
}

function Unknown({ unknown }: Pick<Imported, 'unknown'>) {
  const words = billWordsOf(useShell().language)
  return (
    <>
      <p className="confirmation" role="status">
        {words.done.imported}
      </p>
      <h2 id="unknown">{words.unknown}</h2>
      <p className="prose">{words.unknownHint}</p>
      <DataTable
        titledBy="unknown"
        rows={unknown}
        columns={[
          { title: words.unknownName, of: ({ name }) => <code dir="ltr">{name}</code> },
          { title: words.count, of: ({ count }) => count, isAmount: true },
        ]}
      />
    </>
  )
}

function Lines({ loaded, home }: { readonly loaded: BillShown; readonly home: string }) {
  const words = billWordsOf(useShell().language)
  const { bill, missing, canEdit } = loaded
  const rows = bill.lines.map((line, nth) => ({ line, missing: missing[nth] ?? [] }))
  const named = {
    part_code: words.partCode,
    component_class: words.componentClass,
    hs_code: words.hsCode,
    book: words.book,
    quantity: words.quantity,
  }
  return (
    <>
      <h2 id="lines">{words.lines}</h2>
      {rows.length === 0 ? (
        <EmptyState>{words.noLines}</EmptyState>
      ) : (
        <DataTable
          titledBy="lines"
          rows={rows}
          columns={[
            { title: words.position, of: ({ line }) => <bdi dir="ltr">{line.position}</bdi> },
            { title: words.part, of: (row) => <PartCell {...row} named={named} /> },
            { title: words.componentClass, of: ({ line }) => <code dir="ltr">{line.component_class}</code> },
            { title: words.hsCode, of: ({ line }) => <bdi dir="ltr">{line.hs_code}</bdi> },
            { title: words.book, of: ({ line }) => (line.book === null ? words.notKnown : words.books[line.book]) },
            { title: words.quantity, of: ({ line }) => line.quantity ?? '', isAmount: true },
            { title: words.value, of: ({ line }) => <bdi dir="ltr">{line.unit_value ?? ''}</bdi>, isAmount: true },
            { title: words.supplier, of: ({ line }) => <bdi>{line.supplier}</bdi> },
            ...(canEdit
              ? [
                  {
                    title: words.edit,
                    of: ({ line }: (typeof rows)[number]) => (
                      <a href={`${home}/lines/${line.position}`} aria-label={`${words.edit}: ${line.position}`}>
                        {words.edit}
                      </a>
                    ),
                  },
                ]
              : []),
          ]}
        />
      )}
    </>
  )
}

interface PartCellProps {
  readonly line: BillLine
  readonly missing: readonly ('part_code' | 'component_class' | 'hs_code' | 'book' | 'quantity')[]
  readonly named: Readonly<Record<'part_code' | 'component_class' | 'hs_code' | 'book' | 'quantity', string>>
}

function PartCell({ line, missing, named }: PartCellProps) {
  const words = billWordsOf(useShell().language)
  return (
    <>
      <bdi>
        {line.part_code} {line.part}
      </bdi>
      {line.part_of === null ? undefined : (
        <span className="source quiet">
          {words.partOf} <bdi dir="ltr">{line.part_of}</bdi>
        </span>
      )}
      {line.substitutes.length === 0 ? undefined : (
        <span className="source quiet">
          {words.substitutes}:{' '}
          <bdi>{line.substitutes.map((one) => `${one.part_code} (${one.share ?? one.priority})`).join(', ')}</bdi>
        </span>
      )}
      {missing.length === 0 ? undefined : (
        <span className="source">
          <StateTag look="open">{words.missing(missing.map((name) => named[name]).join(', '))}</StateTag>
        </span>
      )}
    </>
  )
}

function Changes({ loaded: { bill, changes } }: { readonly loaded: BillShown }) {
  const words = billWordsOf(useShell().language)
  if (bill.basis === null) return undefined
  const rows = changes.flatMap(({ position, kind, fields }) => fields.map((field) => ({ position, kind, ...field })))
  const named: Readonly<Record<string, string>> = {
    part_of: words.partOf,
    part_code: words.partCode,
    part: words.part,
    part_version: words.partVersion,
    component_class: words.componentClass,
    hs_code: words.hsCode,
    book: words.book,
    quantity: words.quantity,
    unit_value: words.value,
    supplier: words.supplier,
    substitutes: words.substitutes,
  }
  return (
    <>
      <h2 id="changes">{words.changes(bill.basis)}</h2>
      {rows.length === 0 ? (
        <p>{words.noChanges}</p>
      ) : (
        <DataTable
          titledBy="changes"
          rows={rows}
          columns={[
            {
              title: words.position,
              of: ({ position, kind }) => (
                <>
                  <bdi dir="ltr">{position}</bdi> {words.kinds[kind]}
                </>
              ),
            },
            { title: words.part, of: ({ name }) => named[name] },
            {
              title: '−',
              of: ({ before }) => (
                <del>
                  <bdi>{before}</bdi>
                </del>
              ),
            },
            {
              title: '+',
              of: ({ after }) => (
                <ins>
                  <bdi>{after}</bdi>
                </ins>
              ),
            },
          ]}
        />
      )}
    </>
  )
}

interface ActsProps {
  readonly loaded: BillShown
  readonly home: string
  readonly sent: SentBack | undefined
}

function Acts({ loaded: { bill }, home, sent }: ActsProps) {
  const words = billWordsOf(useShell().language)
  const version = <input type="hidden" name="version" value={bill.version} />
  return (
    <>
      <h2>{words.addLine}</h2>
      <LineForm
        action={home}
        version={bill.version}
        typed={sent?.typed ?? {}}
        problem={sent?.problem}
        label={words.add}
      />
      <h2>{words.import}</h2>
      <p className="prose">{words.importHint}</p>
      <p>
        <a href={`${home}/workbook`}>{words.fromWorkbook}</a>
      </p>
      <form method="post" encType="multipart/form-data" className="form" action={home}>
        <input type="hidden" name="act" value="import" />
        {version}
        <Field name="file" type="file" accept=".json,.csv" label={words.file} required problem={sent?.problem} />
        <Button>{words.importIt}</Button>
      </form>
      <h2>{words.release}</h2>
      <p className="prose">{words.releaseHint}</p>
      <form method="post" action={home}>
        <input type="hidden" name="act" value="release" />
        {version}
        <Button>{words.releaseIt}</Button>
      </form>
    </>
  )
}
