/** What the pages of dockets are given. */
import { listed as listedIn, nameOf, type Voice, voiceOf } from '@maqami/engine/explain/voice.ts'
import type { Params } from 'react-router'
import { recorderContext } from '../../audit-log/recorder-context.ts'
import { runIn } from '../../assessments/runs/read-runs.ts'
import { saidFinding } from '../../assessments/said-finding.ts'
import { isId } from '../../kernel/identifiers.ts'
import { readAs } from '../../kernel/transaction.ts'
import { firmsNamed } from '../../manufacturers/firms-named.ts'
import { cursorAsked, idAsked, type PageContext, pageCall, settled } from '../../pages/page-call.ts'
import { momentOf } from '../../pages/when.ts'
import { namesIn } from '../../people/name-people.ts'
import { lawsCalled } from '../../policy-releases/laws-called.ts'
import { amountOf, statusOf } from '../determination.ts'
import type { ListedItem } from './approve-docket.ts'
import type { LeftOut } from './docket.ts'
import type { RoundRead } from './dockets-table.ts'
import { docketWordsOf } from './docket-words.ts'
import { type DocketRead, isListed, readDocket, readDockets, readLeftOut, type ReturnLeftOut } from './read-dockets.ts'

export type DocketState = 'preparing' | 'waits' | 'approving' | 'decided'

export async function showDockets(context: PageContext, request: Request) {
  const { actor, language, may } = context.get(pageCall)
  const { database } = context.get(recorderContext)
  const after = cursorAsked(context, request)
  const { items, next } = await readDockets(database, actor, { cursor: after })
  const asked = new URL(request.url).searchParams.get('run') ?? ''
  const run =
    isId(asked) && may('prepare_docket')
      ? await readAs(database, actor, async (tables) => await runIn(tables, asked))
      : undefined
  const laws = await lawsCalled(
    context,
    items.map(({ programme }) => programme),
  )
  return {
    dockets: items.map(({ id, programme, period, rounds }) => ({
      id,
      period,
      programme: laws(programme).title,
      begun: momentOf(rounds[0]?.begun_at ?? '', language).when,
      under: rounds.find(({ end }) => end === null)?.act,
      signed: rounds.some(({ act }) => act === 'approve'),
    })),
    after,
    next,
    form: run?.ended === 'finished' ? { run: run.id, period: run.period, total: run.total } : undefined,
  }
}

export type DocketShown = Awaited<ReturnType<typeof showDocket>>

export async function showDocket(context: PageContext, params: Params, request: Request) {
  const id = idAsked(context, params['id'])
  const { actor, language, may } = context.get(pageCall)
  const { database } = context.get(recorderContext)
  const docket = settled(context, await readDocket(database, actor, id))
  const after = cursorAsked(context, request)
  const left = settled(context, await readLeftOut(database, actor, id, { cursor: after }))
  const law = (await lawsCalled(context, [docket.programme]))(docket.programme)
  const voice = voiceOf(language, law.names)
  const people = await readAs(database, actor, async (tables) => {
    return await namesIn(
      tables,
      docket.rounds.map(({ begun_by }) => begun_by),
    )
  })
  const firms = await firmsNamed(
    context,
    [...docket.items.map(({ determination }) => determination), ...left.items].map((one) => one.manufacturer_id),
  )
  const item = (one: ListedItem) => ({
    ...itemView(context, voice, docket, one),
    firm: firms(one.determination.manufacturer_id),
  })
  const rounds = docket.rounds.map((round) => roundView(round, language, people.get(round.begun_by)))
  const isOwn = docket.items.some(({ determination }) => determination.prepared_by === actor.person)
  const open = rounds.find(({ state }) => state === 'open')
  const mayTakeOut = open === undefined && docket.listed > 0 && may('take_out_determination')
  const mayApprove = open === undefined && docket.listed > 0 && may('approve_docket')
  return {
    id,
    run: docket.run_id,
    period: docket.period,
    programme: law.title,
    rehearsal: docket.items.some(({ determination }) => determination.rehearsal) ? law.rehearsal : undefined,
    state: stateOf(open?.act, docket.listed),
    rounds,
    reasons: { failure: docket.failure_reasons, entitlement: docket.entitlement_reasons },
    listed: docket.items.filter(isListed).map(item),
    others: docket.items.filter((one) => !isListed(one)).map(item),
    shown_hash: docket.shown_hash,
    left: left.items.flatMap((one) =>
      leftView(context, voice, one).map((row) => ({ ...row, firm: firms(one.manufacturer_id) })),
    ),
    after,
    next: left.next,
    isOwn,
    mayTakeOut,
    mayApprove: mayApprove && !isOwn,
    mayStop: open !== undefined && may('stop_docket'),
  }
}

function stateOf(under: RoundRead['act'] | undefined, waiting: number): DocketState {
  if (under !== undefined) return under === 'prepare' ? 'preparing' : 'approving'
  return waiting > 0 ? 'waits' : 'decided'
}

function roundView(
  { act, total, done, refused, end, begun_at, signed_hash }: RoundRead,
  language: Voice['language'],
  person: string | undefined,
) {
  const when = momentOf(begun_at, language).when
  return {
    act,
    total,
    done,
    refused,
    signed_hash,
    when,
    person,
    state: end?.kind ?? 'open',
    reason: end?.reason ?? null,
  }
}

function itemView(context: PageContext, voice: Voice, docket: DocketRead, one: ListedItem) {
  const { number, determination, removed, problem } = one
  const words = docketWordsOf(voice.language)
  const { kind, findings, subject, reasons } = determination
  const common = kind === 'failure' ? docket.failure_reasons : docket.entitlement_reasons
  const status = statusOf(determination)
  return {
    number,
    kind,
    status,
    subject: subjectText(voice, subject),
    findings: findings.map(({ finding, label, value }) => {
      const name = label?.[voice.language] ?? nameOf(voice, finding)
      return amountOf({ value }) === undefined ? name : `${name}: ${saidFinding(voice, value)}`
    }),
    reasons: reasons === common ? undefined : reasons,
    became:
      removed !== null
        ? words.taken(removed)
        : problem !== null && status === 'prepared'
          ? words.notApproved(context.get(pageCall).problemOf(problem).title)
          : undefined,
  }
}

/** `smartphone`; empty where a return has one subject. */
function subjectText(voice: Voice, subject: string): string {
  const of = Object.entries(JSON.parse(subject) as Readonly<Record<string, string>>).map(([fact, member]) =>
    nameOf(voice, member, voice.names.members.get(`${fact}.${member}`)),
  )
  return of.length === 0 ? '' : String(listedIn(voice, of))
}

function leftView(context: PageContext, voice: Voice, { return_id, left_out }: ReturnLeftOut) {
  return left_out.map((one) => ({
    return_id,
    kind: one.kind,
    subject: one.subject === null ? '' : subjectText(voice, one.subject),
    why: whyLeft(context, voice, one),
  }))
}

function whyLeft(context: PageContext, voice: Voice, { reason, findings, problem }: LeftOut): string {
  if (reason === 'problem') return problem === null ? '' : context.get(pageCall).problemOf(problem).title
  const names = String(
    listedIn(
      voice,
      findings.map((finding) => nameOf(voice, finding)),
    ),
  )
  return docketWordsOf(voice.language).whyReasons[reason](names)
}
