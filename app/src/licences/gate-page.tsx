/** Customs asks about a licence, and books what was imported. */
import { displayCount } from '@maqami/engine/explain/display.ts'
import { type ActionFunctionArgs, data, type LoaderFunctionArgs, useLoaderData } from 'react-router'
import { recorderContext } from '../audit-log/recorder-context.ts'
import { DAY } from '../kernel/field-schemas.ts'
import type { Problem } from '../kernel/problem.ts'
import { Confirmation } from '../pages/confirmation.tsx'
import { Consequence } from '../pages/consequence.tsx'
import { FactList } from '../pages/fact-list.tsx'
import { Button, ErrorSummary, Field, type Typed, useSentBack } from '../pages/form.tsx'
import { pageCall, seeOther } from '../pages/page-call.ts'
import type { PageHandle } from '../pages/page-handle.ts'
import { inQuery, readForm, sentBack, sentForm } from '../pages/read-form.ts'
import { Page, useShell } from '../pages/shell.tsx'
import { StateTag } from '../pages/state-tag.tsx'
import { dayText } from '../pages/when.ts'
import { askGate, type SignedAnswer } from './ask-gate.ts'
import { drawQuota } from './draw-quota.ts'
import { gateContext } from './gate-context.ts'
import { gateWordsOf } from './gate-words.ts'
import { LicenceTag } from './licence-tag.tsx'
import { HS_LINE } from './licences-api.ts'

export const handle = { see: 'ask_gate', act: 'draw_quota' } satisfies PageHandle

const QUESTION = {
  licence: { minLength: 1, maxLength: 20 },
  day: DAY,
  hs_line: HS_LINE,
  units: { pattern: /^[1-9]\d{0,11}$/ },
} as const

interface Asked {
  readonly typed: Typed
  readonly problem?: Problem
  readonly answer?: SignedAnswer
}

export async function loader({ context, request }: LoaderFunctionArgs) {
  const { actor, may, problemOf } = context.get(pageCall)
  const form = new FormData()
  const { searchParams } = new URL(request.url)
  for (const [name, text] of searchParams) form.set(name, text)
  const mayBook = may('draw_quota')
  const { typed, read } = readForm(form, { properties: QUESTION })
  const refused = (problem: Problem) => data({ mayBook, asked: { typed, problem } }, { status: problem.status })
  if (searchParams.size === 0) return { mayBook, asked: undefined }
  if ('refused' in read) return refused(inQuery(problemOf(read.refused)))
  const { licence, day, hs_line, units } = read.done
  const input = { licence, day, hs_line, units: Number(units) }
  const gate = await askGate(context.get(recorderContext).database, actor, context.get(gateContext), input)
  if ('refused' in gate) return refused({ ...problemOf(gate.refused), place: '/querystring/licence' })
  return { mayBook, asked: { typed, answer: gate.done } as Asked }
}

export async function action({ context, request }: ActionFunctionArgs) {
  const { typed, read } = readForm(await sentForm(context, request), {
    properties: { ...QUESTION, entry: { minLength: 1, maxLength: 60 } },
  })
  if ('refused' in read) return sentBack(context, read.refused, typed)
  const { licence, day, hs_line, units, entry } = read.done
  const draw = { licence, entry, hs_line, units: Number(units), drawn_on: day }
  const drawn = await drawQuota(context.get(recorderContext), context.get(pageCall).actor, draw)
  if ('refused' in drawn) return sentBack(context, drawn.refused, typed, { entry_drawn: 'entry' })
  return seeOther(`/gate?${new URLSearchParams({ licence, day, hs_line, units }).toString()}`, 'booked')
}

export default function GatePage() {
  const { asked, mayBook } = useLoaderData<{ readonly asked: Asked | undefined; readonly mayBook: boolean }>()
  const words = gateWordsOf(useShell().language)
  const { typed = {}, problem, answer } = asked ?? {}
  return (
    <Page title={words.title} rehearsal={answer?.answer.rehearsal === true ? words.rehearsal : undefined}>
      <Confirmation sentences={{ booked: words.booked }} />
      <h1>{words.title}</h1>
      <p className="prose">{words.whatItIs}</p>
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
      {answer === undefined ? undefined : <Answer {...answer} mayBook={mayBook} />}
    </Page>
  )
}

function Answer({ answer, signed, mayBook }: SignedAnswer & { readonly mayBook: boolean }) {
  const { language } = useShell()
  const words = gateWordsOf(language)
  const { licence, day, hs_line, units, status, allowed, because, remaining } = answer
  return (
    <section aria-labelledby="answer">
      <h2 id="answer">
        <StateTag look={allowed ? 'good' : 'bad'}>{allowed ? words.allowed : words.notAllowed}</StateTag>
      </h2>
      <p className="lead">{words.answers[because](licence, dayText(day, language))}</p>
      <FactList
        className="identity"
        facts={[
          { name: words.licence, value: <bdi>{licence}</bdi> },
          { name: words.state, value: <LicenceTag status={status} /> },
          { name: words.hsLine, value: <bdi>{hs_line}</bdi> },
          { name: words.askedFor, value: displayCount(units, language) },
          { name: words.left, value: remaining === null ? words.noLimit : displayCount(remaining, language) },
        ]}
      />
      {allowed && mayBook ? <BookForm answer={answer} /> : undefined}
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

function BookForm({ answer: { licence, day, hs_line, units } }: Pick<SignedAnswer, 'answer'>) {
  const { language } = useShell()
  const words = gateWordsOf(language)
  const { problem, typed = {} } = useSentBack() ?? {}
  const asked = { licence, day, hs_line, units: String(units) }
  const query = new URLSearchParams(asked)
  return (
    <form className="act" method="post" action={`/gate?${query.toString()}`}>
      <h2>{words.book}</h2>
      <ErrorSummary problem={problem} />
      {Object.entries(asked).map(([name, value]) => (
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
        <p>{words.willBook(displayCount(units, language), licence)}</p>
        <p>{words.counted}</p>
      </Consequence>
      <Button>{words.book}</Button>
    </form>
  )
}
