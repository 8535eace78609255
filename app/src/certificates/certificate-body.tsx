/** What the page of a certificate shows. */
import { Confirmation } from '../pages/confirmation.tsx'
import { Consequence } from '../pages/consequence.tsx'
import { DataTable } from '../pages/data-table.tsx'
import { FactList } from '../pages/fact-list.tsx'
import { ErrorSummary, Field, Select, TextArea, useSentBack } from '../pages/form.tsx'
import { ObjectHeader } from '../pages/object-header.tsx'
import { Said } from '../pages/said.tsx'
import { Page, useShell } from '../pages/shell.tsx'
import { StateTag } from '../pages/state-tag.tsx'
import { Timeline } from '../pages/timeline.tsx'
import { dayText } from '../pages/when.ts'
import { SignatureFields } from '../people/signature-fields.tsx'
import { CertificateTag } from './certificate-tag.tsx'
import { certificateWordsOf } from './certificate-words.ts'
import { STATUS_PURPOSES, statusListName } from './conformity-credential.ts'
import { sayVerdict } from './say-verdict.ts'
import type { showCertificate } from './show-certificates.ts'

export type CertificateShown = Awaited<ReturnType<typeof showCertificate>>

interface Props {
  readonly loaded: CertificateShown
}

export function CertificateBody({ loaded }: Props) {
  const { one, status, measured, orders } = loaded
  const { problem } = useSentBack() ?? {}
  const words = certificateWordsOf(useShell().language)
  return (
    <Page title={words.certificate(one.number)}>
      <Confirmation sentences={words.done} />
      <ErrorSummary problem={problem} />
      <ObjectHeader
        title={one.number}
        within={{ href: '/certificates', title: words.title }}
        facts={[
          { name: words.state, value: <CertificateTag status={status} /> },
          { name: words.scheme, value: <bdi>{one.scheme_name}</bdi> },
          { name: words.about, value: <bdi>{one.about}</bdi> },
        ]}
      />
      <Verdict loaded={loaded} />
      <Facts loaded={loaded} />
      {measured.length === 0 ? undefined : (
        <DataTable
          id="measured"
          caption={words.measured}
          rows={measured}
          columns={[
            { title: words.metric, of: ({ name }) => <bdi>{name}</bdi> },
            { title: words.value, isAmount: true, of: ({ value }) => <bdi dir="ltr">{value}</bdi> },
            { title: words.unit, of: ({ unit }) => <bdi dir="ltr">{unit}</bdi> },
          ]}
        />
      )}
      <Orders loaded={loaded} />
      <p>
        <a href={`/certificates/${one.number}/paper`}>{words.paper}</a>
      </p>
      {one.origin === 'issued' ? <Offline loaded={loaded} /> : undefined}
      {orders.length === 0 ? undefined : <OrderForm loaded={loaded} />}
    </Page>
  )
}

function Verdict({ loaded: { one, doubt } }: Props) {
  const { language } = useShell()
  const words = certificateWordsOf(language)
  return (
    <p className="lead">
      <StateTag look={doubt === undefined ? 'good' : 'bad'}>
        {doubt === undefined ? words.goodTag : words.notGoodTag}
      </StateTag>{' '}
      {sayVerdict(one, doubt, language)}
    </p>
  )
}

function Facts({ loaded: { one } }: Props) {
  const { language } = useShell()
  const words = certificateWordsOf(language)
  return (
    <FactList
      className="facts"
      facts={[
        { name: words.maker, value: <bdi>{one.manufacturer_name}</bdi> },
        {
          name: words.laboratory,
          value: (
            <a href={`/laboratories/${one.laboratory_number}`}>
              <bdi>{one.laboratory_name}</bdi> <bdi dir="ltr">{one.laboratory_number}</bdi>
            </a>
          ),
        },
        { name: words.standard, value: <bdi>{one.standard}</bdi> },
        {
          name: words.validity,
          value: words.fromUntil(dayText(one.valid_from, language), dayText(one.valid_until, language)),
        },
        { name: words.origin, value: words.origins[one.origin] },
        { name: words.evidence, value: <code dir="ltr">{one.evidence_sha256}</code> },
      ]}
    />
  )
}

function Orders({ loaded: { one } }: Props) {
  const { language } = useShell()
  const words = certificateWordsOf(language)
  if (one.orders.length === 0) return undefined
  return (
    <>
      <h2>{words.history}</h2>
      <Timeline
        entries={one.orders.map(({ kind, effective_on, ordered_by, reasons }) => ({
          when: dayText(effective_on, language),
          day: effective_on,
          what: [
            `${words.ordered[kind]} ${words.orderedBy[ordered_by]}`,
            <Said key="why" by={words.reasonsOf} text={reasons} />,
          ],
        }))}
      />
    </>
  )
}

/** In their order: the certificate, the keys, the lists. */
function Offline({ loaded: { one } }: Props) {
  const words = certificateWordsOf(useShell().language)
  const lists = STATUS_PURPOSES.map((purpose) => [
    `/status-lists/${statusListName(one.laboratory_number, purpose)}`,
    words.files[purpose],
  ])
  const files = [
    [`/certificates/${one.number}/credential`, words.files.credential],
    [`/laboratories/${one.laboratory_number}/did.json`, words.files.keys],
    ...lists,
  ]
  return (
    <section aria-labelledby="offline">
      <h2 id="offline">{words.offline}</h2>
      <p className="prose">{words.offlineWhat}</p>
      <ul>
        {files.map(([href, title]) => (
          <li key={href}>
            <a href={href}>{title}</a>
          </li>
        ))}
      </ul>
      <p>
        <code dir="ltr">
          maqami certificate verify credential --keys did.json --status {one.laboratory_number}-suspension --status{' '}
          {one.laboratory_number}-revocation
        </code>
      </p>
    </section>
  )
}

function OrderForm({ loaded: { orders, today, shown_hash, passkey } }: Props) {
  const { problem, typed = {} } = useSentBack() ?? {}
  const words = certificateWordsOf(useShell().language)
  return (
    <>
      <h2>{words.order}</h2>
      <form method="post" className="form">
        <Select
          name="kind"
          label={words.kind}
          choices={orders.map((kind) => ({ value: kind, label: words.kinds[kind] }))}
          defaultValue={typed['kind']}
          problem={problem}
        />
        <Field
          name="effective_on"
          type="date"
          label={words.effectiveOn}
          defaultValue={typed['effective_on'] ?? today}
          required
          dir="ltr"
          problem={problem}
        />
        <TextArea
          name="reasons"
          label={words.reasons}
          hint={words.reasonsHint}
          defaultValue={typed['reasons']}
          problem={problem}
        />
        <Consequence>
          <p>{words.consequence}</p>
        </Consequence>
        <p>
          <b>{words.signed}</b>
          <br />
          <code dir="ltr">{shown_hash}</code>
        </p>
        <SignatureFields
          shown_hash={shown_hash}
          passkey={passkey}
          words={{ ...words, signIt: words.orderIt }}
          problem={problem}
        />
      </form>
    </>
  )
}
