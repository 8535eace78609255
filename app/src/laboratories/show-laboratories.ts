/** What the pages of laboratories are given. */
import { recorderContext } from '../audit-log/recorder-context.ts'
import { todayText } from '../kernel/clock.ts'
import { eachOf } from '../kernel/read-page.ts'
import { moneyText } from '../ledger/money-text.ts'
import { countryName } from '../manufacturers/records/country.ts'
import { cursorAsked, type PageContext, pageCall, settled } from '../pages/page-call.ts'
import { accreditationsOn, equipmentOn, type Laboratory, pricesNow, scopeOn, statusOn } from './laboratory.ts'
import { readLaboratories, readLaboratory } from './read-laboratories.ts'

export async function showLaboratories(context: PageContext, request: Request) {
  const after = cursorAsked(context, request)
  const { database, clock } = context.get(recorderContext)
  const { actor, language, may } = context.get(pageCall)
  const { items, next } = await readLaboratories(database, actor, { cursor: after })
  return {
    items: items.map((one) => lineOf(one, todayText(clock), language)),
    after,
    next,
    mayRegister: may('register_laboratory'),
  }
}

function lineOf(one: Laboratory, today: string, language: string) {
  const { number, name, kind, country, samples_a_week } = one
  return {
    number,
    name,
    kind,
    country: countryName(country, language) ?? country,
    status: statusOn(one, today),
    samples_a_week,
  }
}

/** All of them, page by page as they are taken. */
export async function* everyLaboratory(context: PageContext) {
  const { database, clock } = context.get(recorderContext)
  const { actor, language } = context.get(pageCall)
  const today = todayText(clock)
  for await (const one of eachOf(async (asked) => await readLaboratories(database, actor, asked)))
    yield lineOf(one, today, language)
}

export async function showLaboratory(context: PageContext, number: string | undefined) {
  const { database, clock } = context.get(recorderContext)
  const { actor, may, language } = context.get(pageCall)
  const found = settled(context, await readLaboratory(database, actor, number ?? ''))
  const today = todayText(clock)
  const accreditations = accreditationsOn(found, today)
  const open = found.orders.find(({ decided }) => decided === null)
  return {
    ...lineOf(found, today, language),
    accreditations: accreditations.map(({ document_id: _id, document_hash: _hash, scope: _scope, ...one }) => one),
    methods: accreditations.flatMap(({ number: accreditation, scope }) =>
      scope.map((line) => {
        const said = scopeOn(found, line, today)
        return { ...line, accreditation, gap: 'gap' in said ? said.gap : undefined }
      }),
    ),
    equipment: equipmentOn(found, today),
    prices: pricesNow(found).map(({ standard, method, amount, currency, days }) => ({
      standard,
      method,
      price: moneyText(currency, amount, language),
      days,
    })),
    orders: found.orders.map(({ id, kind, effective_on, reasons, decided }) => ({
      id,
      kind,
      effective_on,
      reasons,
      decided: decided === null ? undefined : { kind: decided.kind, reason: decided.reason },
    })),
    mayAccredit: may('record_accreditation'),
    mayPropose: open === undefined && may('propose_laboratory_order'),
    /** The order that the reader may decide. */
    decides:
      open !== undefined && may('approve_laboratory_order') && open.proposed_by !== actor.person ? open.id : undefined,
  }
}

export type LaboratoryShown = Awaited<ReturnType<typeof showLaboratory>>
