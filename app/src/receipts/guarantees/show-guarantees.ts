/** What the pages of guarantees are given: amounts and names as their reader sees them. */
import { nameOf, voiceOf } from '@maqami/engine/explain/voice.ts'
import { recorderContext } from '../../audit-log/recorder-context.ts'
import { readDocumentsListed } from '../../documents/read-document.ts'
import { todayText } from '../../kernel/clock.ts'
import { allOf } from '../../kernel/read-page.ts'
import { readAs } from '../../kernel/transaction.ts'
import { exactOf } from '../../ledger/entry.ts'
import { moneyText } from '../../ledger/money-text.ts'
import { firmsNamed } from '../../manufacturers/firms-named.ts'
import { manufacturersStanding } from '../../manufacturers/read-manufacturers.ts'
import { cursorAsked, type PageContext, pageCall, settled } from '../../pages/page-call.ts'
import { dayText, momentOf } from '../../pages/when.ts'
import { namesIn } from '../../people/name-people.ts'
import { lawsCalled } from '../../policy-releases/laws-called.ts'
import { programmesPublished } from '../../policy-releases/release-in-force.ts'
import { actsOnGuarantee, type GuaranteeListed, openStep } from './guarantee.ts'
import { readGuarantee, readGuarantees } from './read-guarantees.ts'

export async function showGuarantees(context: PageContext, request: Request) {
  const { actor, may } = context.get(pageCall)
  const after = cursorAsked(context, request)
  const { items, next } = await readGuarantees(context.get(recorderContext), actor, { cursor: after })
  return { guarantees: await listed(context, items), mayRecord: may('record_guarantee'), after, next }
}

export async function showAllGuarantees(context: PageContext) {
  const { actor } = context.get(pageCall)
  const recorder = context.get(recorderContext)
  return await listed(context, await allOf(async (asked) => await readGuarantees(recorder, actor, asked)))
}

async function listed(context: PageContext, guarantees: readonly GuaranteeListed[]) {
  const { language } = context.get(pageCall)
  const laws = await lawsCalled(
    context,
    guarantees.map(({ programme }) => programme),
  )
  const firms = await firmsNamed(
    context,
    guarantees.map(({ manufacturer_id }) => manufacturer_id),
  )
  return guarantees.map((one) => {
    const money = (amount: string): string => moneyText(one.currency, amount, language)
    return {
      number: one.number,
      firm: firms(one.manufacturer_id),
      programme: laws(one.programme).title,
      licence: one.licence_number,
      rehearsal: one.rehearsal,
      issuer: one.issuer,
      issuer_number: one.issuer_number,
      expires_on: one.expires_on,
      expires: dayText(one.expires_on, language),
      state: one.state,
      amount: money(one.amount),
      called: money(one.called),
      released: money(one.released),
      free: money(one.free),
      due: one.due === '0.00' ? undefined : money(one.due),
      /** For machines. */
      digits: {
        currency: one.currency,
        amount: one.amount,
        called: one.called,
        released: one.released,
        free: one.free,
        due: one.due,
      },
    }
  })
}

export async function showGuarantee(context: PageContext, number: string) {
  const { actor, language, may } = context.get(pageCall)
  const recorder = context.get(recorderContext)
  const { guarantee, bookings, shown_hash } = settled(context, await readGuarantee(recorder, actor, number))
  const [shown] = await listed(context, [guarantee])
  if (shown === undefined) throw new Error(`the guarantee ${number} is not shown`)
  const { steps, currency, document_id } = guarantee
  const laws = await lawsCalled(context, [guarantee.programme])
  const people = steps.flatMap(({ proposed_by, decided }) => [proposed_by, decided?.recorded_by ?? null])
  const names = await readAs(recorder.database, actor, async (tables) => await namesIn(tables, people))
  const documents = await readDocumentsListed(recorder.database, actor, [document_id])
  const money = (amount: string): string => moneyText(currency, amount, language)
  const mark = (at: string, by: string) => ({ when: momentOf(at, language).when, person: names.get(by) })
  const open = openStep(guarantee)
  return {
    guarantee: shown,
    document: { id: document_id, name: documents.get(document_id)?.name ?? '' },
    steps: steps.map(({ kind, amount, reference, reason, proposed_at, proposed_by, decided }) => ({
      kind,
      amount: money(amount),
      reference,
      reason,
      proposed: mark(proposed_at, proposed_by),
      decided:
        decided === null
          ? undefined
          : { kind: decided.kind, reason: decided.reason, ...mark(decided.recorded_at, decided.recorded_by) },
    })),
    open:
      open === undefined
        ? undefined
        : { kind: open.kind, amount: money(open.amount), isOwn: open.proposed_by === actor.person },
    bookings: bookings?.map(({ finding, amount }) => ({
      finding: nameOf(voiceOf(language, laws(guarantee.programme).names), finding),
      amount: money(amount),
    })),
    shown_hash,
    acts: actsOnGuarantee(guarantee, exactOf(guarantee.due), todayText(recorder.clock)),
    mayPropose: may('propose_guarantee'),
    mayDecide: may('approve_guarantee'),
  }
}

/** Who can have lodged one, and for which programmes. */
export async function guaranteeRecordable(context: PageContext) {
  const { actor } = context.get(pageCall)
  const { firms, names } = await readAs(context.get(recorderContext).database, actor, async (tables) => ({
    firms: await manufacturersStanding(tables, 'authorised'),
    names: await programmesPublished(tables),
  }))
  const laws = await lawsCalled(context, names)
  return {
    firms: firms.filter(({ ended_on }) => ended_on === null).map(({ id, name }) => ({ id, name })),
    programmes: names.map((name) => ({ name, title: laws(name).title })),
  }
}
