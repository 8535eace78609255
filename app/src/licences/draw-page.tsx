/** One booking under a licence, and how customs takes it back. */
import { displayCount } from '@maqami/engine/explain/display.ts'
import { type ActionFunctionArgs, type LoaderFunctionArgs, useLoaderData } from 'react-router'
import { recorderContext } from '../audit-log/recorder-context.ts'
import { REASON } from '../kernel/field-schemas.ts'
import { Confirmation } from '../pages/confirmation.tsx'
import { Consequence } from '../pages/consequence.tsx'
import { Button, ErrorSummary, TextArea, useSentBack } from '../pages/form.tsx'
import { NextStep } from '../pages/next-step.tsx'
import { ObjectHeader } from '../pages/object-header.tsx'
import { idAsked, pageCall, seeOther, settled } from '../pages/page-call.ts'
import type { PageHandle } from '../pages/page-handle.ts'
import { readForm, sentBack, sentForm } from '../pages/read-form.ts'
import { Said } from '../pages/said.tsx'
import { Page, useShell } from '../pages/shell.tsx'
import { dayText } from '../pages/when.ts'
import type { HeldDraw } from './draw.ts'
import { DrawTag } from './draw-tag.tsx'
import { gateWordsOf } from './gate-words.ts'
import { readDraw } from './read-draws.ts'
import { reverseDraw } from './reverse-draw.ts'

export const handle = { see: 'see_draws', act: 'reverse_draw' } satisfies PageHandle

export async function loader({ context, params }: LoaderFunctionArgs) {
  const { actor, may } = context.get(pageCall)
  const id = idAsked(context, params['id'])
  const draw = settled(context, await readDraw(context.get(recorderContext).database, actor, id))
  return { draw, mayReverse: may('reverse_draw'), mayAsk: may('ask_gate') }
}

export async function action({ context, params, request }: ActionFunctionArgs) {
  const { actor } = context.get(pageCall)
  const id = idAsked(context, params['id'])
  const { typed, read } = readForm(await sentForm(context, request), { properties: { reason: REASON } })
  if ('refused' in read) return sentBack(context, read.refused, typed)
  const recorder = context.get(recorderContext)
  const { licence } = settled(context, await readDraw(recorder.database, actor, id))
  const reversed = await reverseDraw(recorder, actor, { licence, draw: id, reason: read.done.reason })
  if ('refused' in reversed) return sentBack(context, reversed.refused, typed)
  return seeOther(`/gate/draws/${id}`, 'reversed')
}

export default function DrawPage() {
  const { draw, mayReverse, mayAsk } = useLoaderData<typeof loader>()
  const { language } = useShell()
  const words = gateWordsOf(language)
  const { licence, entry, hs_line, units, drawn_on, remaining, replaces, reversed } = draw
  const title = words.drawTitle(entry)
  return (
    <Page title={title}>
      <Confirmation sentences={{ booked: words.booked, reversed: words.reversed }} />
      <ObjectHeader
        title={title}
        {...(mayAsk && { within: { href: '/gate', title: words.title } })}
        facts={[
          { name: words.booking, value: <DrawTag draw={draw} /> },
          { name: words.licence, value: <bdi>{licence}</bdi> },
          { name: words.hsLine, value: <bdi>{hs_line}</bdi> },
          { name: words.drawnOn, value: dayText(drawn_on, language) },
          { name: words.units, value: displayCount(units, language) },
          { name: words.leftThen, value: remaining === null ? words.noLimit : displayCount(remaining, language) },
          ...(replaces === null
            ? []
            : [{ name: words.replaces, value: <a href={`/gate/draws/${replaces}`}>{words.earlier}</a> }]),
        ]}
      />
      {reversed === null ? undefined : <Said by={words.reversedFor} text={reversed.reason} />}
      {reversed !== null && mayReverse ? <NextStep href={anew(draw)}>{words.again}</NextStep> : undefined}
      {reversed === null && mayReverse ? <ReversalForm draw={draw} /> : undefined}
    </Page>
  )
}

function anew({ id, licence, entry, hs_line, units, drawn_on }: HeldDraw): string {
  const asked = { licence, day: drawn_on, hs_line: hs_line ?? '', units: String(units), entry, replaces: id }
  return `/gate?${new URLSearchParams(asked).toString()}`
}

function ReversalForm({ draw: { id, licence, units } }: { readonly draw: HeldDraw }) {
  const { language } = useShell()
  const words = gateWordsOf(language)
  const { problem, typed = {} } = useSentBack() ?? {}
  return (
    <form className="act" method="post" action={`/gate/draws/${id}`}>
      <h2>{words.reverse}</h2>
      <ErrorSummary problem={problem} />
      <TextArea
        name="reason"
        label={words.reason}
        hint={words.reasonHint}
        defaultValue={typed['reason']}
        problem={problem}
      />
      <Consequence>
        <p>{words.willReverse(displayCount(units, language), licence)}</p>
        <p>{words.once}</p>
      </Consequence>
      <Button>{words.reverse}</Button>
    </form>
  )
}
