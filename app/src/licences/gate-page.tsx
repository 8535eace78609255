/** Customs asks about a licence or a concession, and books what was imported. */
import { displayCount } from '@maqami/engine/explain/display.ts'
import { type ActionFunctionArgs, data, type LoaderFunctionArgs, useLoaderData } from 'react-router'
import { recorderContext } from '../audit-log/recorder-context.ts'
import { DAY } from '../kernel/field-schemas.ts'
import type { Problem } from '../kernel/problem.ts'
import { Consequence } from '../pages/consequence.tsx'
import { FactList } from '../pages/fact-list.tsx'
import { Button, ErrorSummary, Field, type Typed, useSentBack } from '../pages/form.tsx'
import { NextStep } from '../pages/next-step.tsx'
import { pageCall, seeOther, settled } from '../pages/page-call.ts'
import type { PageHandle } from '../pages/page-handle.ts'
import { inQuery, readForm, sentBack, sentForm } from '../pages/read-form.ts'
import { Page, useShell } from '../pages/shell.tsx'
import { StateTag } from '../pages/state-tag.tsx'
import { dayText } from '../pages/when.ts'
import { askGate, type Signed } from './ask-gate.ts'
import type { HeldDraw } from './draw.ts'
import { DrawList } from './draw-list.tsx'
import { drawQuota } from './draw-quota.ts'
import type { GateAnswer } from './gate.ts'
import { gateContext } from './gate-context.ts'
import { gateWordsOf } from './gate-words.ts'
import type { AppliesInstead } from './applies-instead.ts'
import { givenIn } from './given-facts.ts'
import { type InsteadAsked, InsteadSection } from './instead-section.tsx'
import { showInstead } from './show-licences.ts'
import { LicenceTag } from './licence-tag.tsx'
import { HS_LINE } from './licences-api.ts'
import { readDraws } from './read-draws.ts'

export const handle = { see: 'ask_gate', act: 'draw_quota' } satisfies PageHandle

const QUESTION = {
  licence: { minLength: 1, maxLength: 20 },
  day: DAY,
  hs_line: HS_LINE,
  units: { pattern: /^[1-9]\d{0,11}$/ },
} as const

/** What is booked beside what was asked: the customs entry, and the reversed booking in whose place it stands. */
const BOOKED = {
  entry: { minLength: 1, maxLength: 60 },
  replaces: { maxLength: 36 },
  let_in: { maxLength: 3 },
} as const
const MOST_DRAWS = 10

interface Asked {
  readonly typed: Typed
  readonly problem?: Problem
  readonly answer?: Signed<GateAnswer>
  /** Where the concession is withdrawn. */
  readonly instead?: AppliesInstead | null
  /** What was asked, and what was said of one unit. */
  readonly ask?: InsteadAsked
  /** The latest that was booked under the licence. */
  readonly draws?: readonly HeldDraw[]
}

export async function loader({ context, request }: LoaderFunctionArgs) {
  const { actor, may, problemOf } = context.get(pageCall)
  const form = new FormData()
  const { searchParams } = new URL(request.url)
  for (const [name, text] of searchParams) form.set(name, text)
  const mayBook = may('draw_quota')
  const { typed, read } = readForm(form, { properties: QUESTION })
  const refused = (problem: Problem) => data({ mayBook, asked: { typed, problem } }, { status: problem.status })
  // A link may name the licence and the day, and leave the rest to be asked.
  if (!searchParams.has('units')) return { mayBook, asked: searchParams.size === 0 ? undefined : { typed } }
  if ('refused' in read) return refused(inQuery(problemOf(read.refused)))
  const { licence, day, hs_line, units } = read.done
  const input = { licence, day, hs_line, units: Number(units) }
  const gate = await askGate(context.get(recorderContext).database, actor, context.get(gateContext), input)
  if ('refused' in gate) return refused({ ...problemOf(gate.refused), place: '/querystring/licence' })
  const draws = settled(
    context,
    await readDraws(context.get(recorderContext).database, actor, licence, { limit: MOST_DRAWS }),
  )
  const given = givenIn(request)
  const instead = gate.done.answer.because === 'withdrawn' ? await showInstead(context, { licence, day }, given) : null
  const ask = { page: '/gate', question: { licence, day, hs_line, units }, typed: given }
  const again = Object.fromEntries(Object.keys(BOOKED).map((name) => [name, searchParams.get(name) ?? '']))
  return {
    mayBook,
    asked: { typed: { ...typed, ...again }, answer: gate.done, instead, ask, draws: draws.items } as Asked,
  }
}

export async function action({ context, request }: ActionFunctionArgs) {
  const { typed, read } = readForm(await sentForm(context, request), {
    properties: { ...QUESTION, ...BOOKED },
  })
  if ('refused' in read) return sentBack(context, read.refused, typed)
  const { licence, day, hs_line, units, entry, replaces, let_in } = read.done
  const draw = { licence, entry, hs_line, units: Number(units), drawn_on: day }
  const said = { ...draw, replaces: replaces === '' ? null : replaces, let_in: let_in === 'yes' }
  const drawn = await drawQuota(context.get(recorderContext), context.get(pageCall).actor, said)
  if ('refused' in drawn)
    return sentBack(context, drawn.refused, typed, { entry_drawn: 'entry', draw_reversed: 'entry' })
  return seeOther(`/gate/draws/${drawn.done.id}`, 'booked')
}

export default function GatePage() {
  const { asked, mayBook } = useLoaderData<{ readonly asked: Asked | undefined; readonly mayBook: boolean }>()
  const words = gateWordsOf(useShell().language)
  const { typed = {}, problem, answer, instead, ask, draws } = asked ?? {}
  return (
    <Page title={words.title} rehearsal={answer?.answer.rehearsal === true ? words.rehearsal : undefined}>
      <h1>{words.title}</h1>
      <p className="prose">{words.whatItIs}</p>
      {mayBook ? <NextStep href="/gate/kits">{words.checkKit}</NextStep> : undefined}
      <ErrorSummary problem={problem} />
      <form className="one-line" action="/gate">
        <Field
          name="licence"
          label={words.licence}
          hint={words.licenceHint}
          dir="ltr"
          defaultValue={typed['licence']}
          problem={problem}
        />
        <Field
          name="day"
          label={words.day}
          hint={words.dayHint}
          dir="ltr"
          defaultValue={typed['day']}
          problem={problem}
        />
        <Field
          name="hs_line"
          label={words.hsLine}
          hint={words.hsLineHint}
          dir="ltr"
          inputMode="numeric"
          defaultValue={typed['hs_line']}
          problem={problem}
        />
        <Field
          name="units"
          label={words.units}
          hint={words.unitsHint}
          dir="ltr"
          inputMode="numeric"
          defaultValue={typed['units']}
          problem={problem}
        />
        <Button>{words.ask}</Button>
      </form>
      {answer === undefined ? undefined : <Answer {...answer} />}
      {instead === null || instead === undefined || ask === undefined ? undefined : (
        <InsteadSection instead={instead} ask={ask} />
      )}
      {answer === undefined || !mayBook ? undefined : <BookForm answer={answer.answer} asked={typed} />}
      {draws === undefined || draws.length === 0 ? undefined : <DrawList draws={draws} />}
    </Page>
  )
}

function Answer({ answer, signed }: Signed<GateAnswer>) {
  const { language } = useShell()
  const words = gateWordsOf(language)
  const { licence, kind, day, hs_line, units, status, allowed, because, remaining, restricted_to } = answer
  const said = kind === 'concession' ? words.ofConcession : words.ofLicence
  return (
    <section aria-labelledby="answer">
      <h2 id="answer">
        <StateTag look={allowed ? 'good' : 'bad'}>{allowed ? said.allowed : said.notAllowed}</StateTag>
      </h2>
      <p className="lead">{words.answers[because](licence, dayText(day, language))}</p>
      <FactList
        className="identity"
        facts={[
          { name: words.licence, value: <bdi>{licence}</bdi> },
          { name: words.state, value: <LicenceTag status={status} /> },
          { name: words.hsLine, value: <bdi>{hs_line}</bdi> },
          ...(restricted_to === null ? [] : [{ name: words.restricted, value: words.restrictedTo(restricted_to) }]),
          { name: words.askedFor, value: displayCount(units, language) },
          { name: words.left, value: remaining === null ? words.noLimit : displayCount(remaining, language) },
        ]}
      />
      <details>
        <summary>{words.signed}</summary>
        <p className="quiet">{words.signedHint}</p>
        <p>
          <code dir="ltr">{signed}</code>
        </p>
      </details>
    </section>
  )
}

interface BookFormProps {
  readonly answer: GateAnswer
  readonly asked: Typed
}

function BookForm({ answer: { licence, day, hs_line, units, allowed }, asked: before }: BookFormProps) {
  const { language } = useShell()
  const words = gateWordsOf(language)
  const { problem, typed = before } = useSentBack() ?? {}
  const replaces = typed['replaces'] ?? ''
  const asked = { licence, day, hs_line, units: String(units) }
  const query = new URLSearchParams(asked)
  const hidden = { ...asked, replaces, let_in: allowed ? '' : 'yes' }
  return (
    <form className="act" method="post" action={`/gate?${query.toString()}`}>
      <h2>{allowed ? words.book : words.bookLate}</h2>
      <ErrorSummary problem={problem} />
      {Object.entries(hidden).map(([name, value]) => (
        <input key={name} type="hidden" name={name} value={value} />
      ))}
      <Field
        name="entry"
        label={words.entry}
        hint={words.entryHint}
        dir="ltr"
        defaultValue={typed['entry']}
        problem={problem}
      />
      <Consequence>
        {allowed ? (
          <>
            <p>{words.willBook(displayCount(units, language), licence)}</p>
            <p>{replaces === '' ? words.counted : words.replaced}</p>
          </>
        ) : (
          <p>{words.willRefer}</p>
        )}
      </Consequence>
      <Button>{allowed ? words.book : words.putBefore}</Button>
    </form>
  )
}
