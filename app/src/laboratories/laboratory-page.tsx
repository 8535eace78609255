/** One laboratory: for what it may sign today, its instruments and prices, and the orders about it. */
import { type ActionFunctionArgs, type LoaderFunctionArgs, useLoaderData } from 'react-router'
import { Confirmation } from '../pages/confirmation.tsx'
import { DataTable } from '../pages/data-table.tsx'
import { EmptyState } from '../pages/empty-state.tsx'
import { ObjectHeader } from '../pages/object-header.tsx'
import type { PageHandle } from '../pages/page-handle.ts'
import { sentForm } from '../pages/read-form.ts'
import { Page, useShell } from '../pages/shell.tsx'
import { dayText } from '../pages/when.ts'
import { actOnLaboratory } from './act-on-laboratory.ts'
import { LaboratoryOrders } from './laboratory-orders.tsx'
import { LaboratoryTag } from './laboratory-tag.tsx'
import { laboratoryWordsOf } from './laboratory-words.ts'
import { type LaboratoryShown, showLaboratory } from './show-laboratories.ts'

export const handle = { see: 'see_laboratories', act: 'see_laboratories' } satisfies PageHandle

export async function loader({ context, params }: LoaderFunctionArgs) {
  return await showLaboratory(context, params['number'])
}

export async function action({ context, params, request }: ActionFunctionArgs) {
  const order = new URL(request.url).searchParams.get('order')
  return await actOnLaboratory(context, params['number'] ?? '', order, await sentForm(context, request))
}

export default function LaboratoryPage() {
  const shown = useLoaderData<typeof loader>()
  const words = laboratoryWordsOf(useShell().language)
  const { number, name, kind, country, status, samples_a_week } = shown
  return (
    <Page title={name}>
      <Confirmation sentences={words.done} />
      <ObjectHeader
        title={name}
        within={{ href: '/laboratories', title: words.title }}
        facts={[
          { name: words.state, value: <LaboratoryTag status={status} /> },
          { name: words.number, value: <bdi dir="ltr">{number}</bdi> },
          { name: words.kind, value: words.kinds[kind] },
          { name: words.country, value: country },
          { name: words.capacity, value: samples_a_week ?? words.notSaid },
        ]}
      />
      <p className="lead">{words.today[status]}</p>
      <Methods shown={shown} />
      <Accreditations shown={shown} />
      <Instruments shown={shown} />
      <Prices shown={shown} />
      <LaboratoryOrders shown={shown} />
    </Page>
  )
}

interface PartProps {
  readonly shown: LaboratoryShown
}

function Methods({ shown: { methods } }: PartProps) {
  const words = laboratoryWordsOf(useShell().language)
  return (
    <>
      <h2 id="methods">{words.scope}</h2>
      {methods.length === 0 ? (
        <EmptyState>{words.noScope}</EmptyState>
      ) : (
        <DataTable
          titledBy="methods"
          rows={methods}
          columns={[
            { title: words.standard, of: ({ standard }) => <bdi>{standard}</bdi> },
            {
              title: words.method,
              of: ({ method, subcontracted_to }) => (
                <>
                  <bdi>{method}</bdi>
                  {subcontracted_to === null ? undefined : (
                    <>
                      <br />
                      <span className="quiet">{words.subcontracted(subcontracted_to)}</span>
                    </>
                  )}
                </>
              ),
            },
            { title: words.accreditation, of: ({ accreditation }) => <bdi dir="ltr">{accreditation}</bdi> },
            { title: words.signs, of: ({ gap }) => (gap === undefined ? words.yes : words.gaps[gap]) },
          ]}
        />
      )}
    </>
  )
}

function Accreditations({ shown: { number: laboratory, accreditations, mayAccredit } }: PartProps) {
  const { language } = useShell()
  const words = laboratoryWordsOf(language)
  return (
    <>
      <h2 id="accreditations">{words.accreditations}</h2>
      {accreditations.length === 0 ? (
        <EmptyState>{words.noAccreditations}</EmptyState>
      ) : (
        <DataTable
          titledBy="accreditations"
          rows={accreditations}
          columns={[
            {
              title: words.number,
              of: ({ number }) => (
                <>
                  <bdi dir="ltr">{number}</bdi>
                  {mayAccredit ? (
                    <>
                      <br />
                      <a href={`/laboratories/${laboratory}/accreditation?of=${encodeURIComponent(number)}`}>
                        {words.entry.again}
                      </a>
                    </>
                  ) : undefined}
                </>
              ),
            },
            { title: words.body, of: ({ body }) => <bdi>{body}</bdi> },
            { title: words.accreditedBy, of: ({ standard }) => <bdi>{standard}</bdi> },
            {
              title: words.validity,
              of: ({ valid_from, valid_until }) =>
                words.fromTo(dayText(valid_from, language), dayText(valid_until, language)),
            },
            {
              title: words.surveillance,
              of: ({ next_surveillance_on }) => dayText(next_surveillance_on, language),
            },
            {
              title: words.recognised,
              of: ({ recognised_under }) => (recognised_under === null ? words.own : <bdi>{recognised_under}</bdi>),
            },
          ]}
        />
      )}
      {mayAccredit ? (
        <p>
          <a href={`/laboratories/${laboratory}/accreditation`}>{words.entry.accredit}</a>
        </p>
      ) : undefined}
    </>
  )
}

function Instruments({ shown: { equipment } }: PartProps) {
  const { language } = useShell()
  const words = laboratoryWordsOf(language)
  return (
    <>
      <h2 id="instruments">{words.equipment}</h2>
      {equipment.length === 0 ? (
        <EmptyState>{words.noEquipment}</EmptyState>
      ) : (
        <DataTable
          titledBy="instruments"
          rows={equipment}
          columns={[
            { title: words.instrument, of: ({ name }) => <bdi>{name}</bdi> },
            { title: words.serial, of: ({ serial }) => <bdi dir="ltr">{serial}</bdi> },
            { title: words.method, of: ({ method }) => <bdi>{method}</bdi> },
            { title: words.calibrated, of: ({ calibrated_on }) => dayText(calibrated_on, language) },
            { title: words.due, of: ({ calibration_due_on }) => dayText(calibration_due_on, language) },
          ]}
        />
      )}
    </>
  )
}

function Prices({ shown: { prices } }: PartProps) {
  const words = laboratoryWordsOf(useShell().language)
  return (
    <>
      <h2 id="prices">{words.prices}</h2>
      {prices.length === 0 ? (
        <EmptyState>{words.noPrices}</EmptyState>
      ) : (
        <DataTable
          titledBy="prices"
          rows={prices}
          columns={[
            { title: words.standard, of: ({ standard }) => <bdi>{standard}</bdi> },
            { title: words.method, of: ({ method }) => <bdi>{method}</bdi> },
            {
              title: words.price,
              isAmount: true,
              of: ({ price }) => <bdi dir="ltr">{price}</bdi>,
            },
            { title: words.days, isAmount: true, of: ({ days }) => days },
          ]}
        />
      )}
    </>
  )
}
