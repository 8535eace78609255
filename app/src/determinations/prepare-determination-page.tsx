/** A case officer prepares what an assessment lets one determine. */
import { type ActionFunctionArgs, type LoaderFunctionArgs, useLoaderData } from 'react-router'
import { recorderContext } from '../audit-log/recorder-context.ts'
import { LONG_WORDS } from '../kernel/field-schemas.ts'
import { EmptyState } from '../pages/empty-state.tsx'
import { ObjectHeader } from '../pages/object-header.tsx'
import { idAsked, pageCall, seeOther } from '../pages/page-call.ts'
import type { PageHandle } from '../pages/page-handle.ts'
import { type FormRefusal, readForm, sentBack, sentForm } from '../pages/read-form.ts'
import { Page, useShell } from '../pages/shell.tsx'
import { shelfContext } from '../policy-releases/shelf-context.ts'
import { decisionWordsOf } from './decision-words.ts'
import type { DeterminationKind } from './determination.ts'
import { Findings, PrepareForm } from './determination-forms.tsx'
import { EffectSection } from './effect-section.tsx'
import { letterWordsOf } from './letter-words.ts'
import { readLess } from './read-less.ts'
import { prepareDetermination } from './prepare-determination.ts'
import { determinableAsked } from './prepare-determination-view.ts'

export const handle = { see: 'prepare_determination', act: 'prepare_determination' } satisfies PageHandle

export async function loader({ context, params }: LoaderFunctionArgs) {
  return await determinableAsked(context, params['id'])
}

const NOT_CHOSEN: FormRefusal = { code: 'field_not_chosen', place: '/body/offer' }
const KINDS: readonly DeterminationKind[] = ['failure', 'entitlement', 'sanction', 'restoration']

export async function action({ context, params, request }: ActionFunctionArgs) {
  const form = await sentForm(context, request)
  const { typed: words, read } = readForm(form, { properties: { offer: { maxLength: 500 }, reasons: LONG_WORDS } })
  const less = readLess(form, words['offer'] ?? '')
  const typed = { ...words, ...less.typed }
  const chosen = offerOf(words['offer'] ?? '')
  if (chosen === undefined) return sentBack(context, NOT_CHOSEN, typed)
  if ('refused' in read) return sentBack(context, read.refused, typed)
  if ('refused' in less.read) return sentBack(context, less.read.refused, typed)
  const { actor } = context.get(pageCall)
  const asked = { ...chosen, reasons: read.done.reasons, less: less.read.done }
  const input = { assessment_id: idAsked(context, params['id']), ...asked }
  const prepared = await prepareDetermination(context.get(recorderContext), context.get(shelfContext), actor, input)
  if ('refused' in prepared) return sentBack(context, prepared.refused, typed)
  return seeOther(`/determinations/${prepared.done.number}/decide`, 'prepared')
}

/** `failure {"category":"smartphone"}`; the command looks whether there is such a subject. */
function offerOf(text: string) {
  const at = text.indexOf(' ')
  const kind = KINDS.find((one) => one === text.slice(0, at))
  try {
    return kind === undefined
      ? undefined
      : { kind, subject: JSON.parse(text.slice(at)) as Readonly<Record<string, string>> }
  } catch {
    return undefined
  }
}

export default function PrepareDeterminationPage() {
  const prepare = useLoaderData<typeof loader>()
  const { language } = useShell()
  const words = decisionWordsOf(language)
  const { id, firm, year, day, heading, offers, there } = prepare
  return (
    <Page title={`${words.whatCanBe} · ${firm}`} rehearsal={heading.rehearsal}>
      <ObjectHeader
        title={words.whatCanBe}
        within={{ href: `/assessments/${id}`, title: words.fromAssessment(year, day) }}
        facts={[
          { name: words.firm, value: <bdi>{firm}</bdi> },
          { name: words.programme, value: heading.title },
          { name: words.year, value: <bdi>{year}</bdi> },
          { name: words.asOf, value: day },
        ]}
      />
      {offers.map(({ value, said, effect }) => (
        <section key={value}>
          <h2>{said.subject}</h2>
          <Findings findings={said.findings} />
          {effect === undefined ? undefined : (
            <EffectSection effect={effect} id={value.replaceAll(/[^a-z0-9]+/g, '-')} />
          )}
        </section>
      ))}
      {offers.length === 0 ? <EmptyState>{words.nothing}</EmptyState> : <PrepareForm prepare={prepare} />}
      {there.length === 0 ? undefined : (
        <>
          <h2>{words.there}</h2>
          <ul>
            {there.map(({ kind, number }) => (
              <li key={number}>
                <a href={`/determinations/${number}/decide`}>
                  {words.thereIs(letterWordsOf(language).titles[kind], number)}
                </a>
              </li>
            ))}
          </ul>
        </>
      )}
    </Page>
  )
}
