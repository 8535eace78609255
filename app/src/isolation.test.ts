/** No route answers with another firm's data or reveals that it exists, and without the checks in code row-level security alone holds. */
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { sql } from 'kysely'
import { type Client, DatabaseError } from 'pg'
import type { TObject, TSchema } from 'typebox'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { type Asked, openApi, type TestApi } from './api-fixture.ts'
import { keyCommands } from './kernel/key-scope.ts'
import { appealedBy } from './appeal-fixture.ts'
import { makeAttestation } from './attestations/make-attestation.ts'
import { openEvidence } from './attestations/open-evidence.ts'
import { sealEvidence } from './attestations/seal-evidence.ts'
import { attestationHash, signAttestation } from './attestations/sign-attestation.ts'
import type { Route } from './kernel/route.ts'
import { SERVERS } from './kernel/test-database-fixture.ts'
import { type Actor, ANYBODY, readAs, writeAs } from './kernel/transaction.ts'
import { drawQuota } from './licences/draw-quota.ts'
import { grantLicence } from './licences/grant-licence.ts'
import { endAgreement, recordAgreement } from './manufacturers/agreements/record-agreement.ts'
import { stateRecord } from './manufacturers/records/state-record.ts'
import { answerNotice } from './notices/answer-notice.ts'
import { actorOf, organizationOf } from './people/actor-fixture.ts'
import { ALL_POWERS, commandsOf } from './people/delegation.ts'
import type { NamedDelegation } from './people/delegations-table.ts'
import { giveDelegation, seeDelegations } from './people/give-delegation.ts'
import { invitePerson } from './people/invite-person.ts'
import { issueApiKey } from './people/issue-api-key.ts'
import { actingUnder } from './people/see-clients.ts'
import { beginRevision } from './products/bills/edit-bill.ts'
import { recordTac, withdrawModel } from './products/record-approval.ts'
import { registerModel } from './products/register-model.ts'
import type { AnyRefusal } from './problems.ts'
import { approvedGuarantee, lodgedBy } from './guarantees-fixture.ts'
import { steeredBy } from './steered-fixture.ts'
import { paidBy } from './receipts-fixture.ts'
import { refer } from './referrals/refer-matter.ts'
import { answerQuestion, askQuestion } from './returns/questions/ask-question.ts'
import { approveEvent } from './successions/decide-event.ts'
import { type ProposeEvent, proposeEvent } from './successions/propose-event.ts'
import { beginDraft } from './returns/drafting/edit-draft.ts'
import { insertCitation } from './returns/filing/returns-table.ts'
import { BY_RIGHT, TABLES_BY_RIGHT, WRITTEN_BY_RIGHT } from './rights-fixture.ts'
import {
  authorisedMaker,
  determinedAs,
  done,
  filedReturn,
  openThread,
  publish,
  ROADSTER,
  type TestMaker,
  type TestThread,
  servedNotice,
} from './thread-fixture.ts'

/**
 * The description holds the invented firm of its examples, and is one file for everybody. What anybody is told of a letter by its number is
 * in verify-letter.test.ts.
 */
const OF_ANYBODY = ['see_interface', 'verify_letter', 'see_certificates', 'verify_certificate', 'see_schemes']
/** What holds nothing of anybody, and so has no rows to keep apart. */
const OF_NOBODY = ['migrations', 'organization_roles']
const NONE = { licence: 'IL-999999999', determination: 'D-999999999', guarantee: 'G-999999999' }
const NOT_THERE = { id: '00000000-0000-4000-8000-000000000000', ...NONE }
const REFUSED = '42501'
const CONFIRMED = async () => await Promise.resolve({ done: true })

describe.each(SERVERS)('on $name', (server) => {
  let thread: TestThread
  let api: TestApi
  let superuser: Client
  let owner: TestMaker
  let strangers: readonly Actor[]
  /** What would give the firm away: its identifiers, numbers and words. */
  let marks: readonly string[]
  /** One of each table. */
  let ids: readonly string[]
  let numbers: typeof NONE
  const folder = mkdtempSync(join(tmpdir(), 'maqami-isolation-'))

  beforeAll(async () => {
    thread = await openThread(server)
    api = await openApi(thread, folder)
    superuser = await thread.made.superuser()
    const { recorder, shelf, made } = thread
    await publish(thread, 'bicycles')
    owner = await authorisedMaker(thread, 'Ravi Cycles', 'K-1001')
    const recording = { ...recorder, once: { key: 'model-1', request_hash: 'of the model' } }
    const model = done(
      await registerModel(recording, shelf, owner.clerk, {
        ...ROADSTER,
        name: 'Ravi Roadster',
        description: 'a frame of Ravi',
      }),
    )
    done(await recordTac(recorder, owner.clerk, { id: model.id, tac: '35209900' }))
    done(await withdrawModel(recorder, owner.clerk, { id: model.id, effective_on: '2029-01-01', reason: 'for Ravi' }))
    done(await beginRevision(recorder, owner.clerk, model.id))
    const site = {
      name: 'Works of Ravi',
      address: '7 Canal Road',
      district: 'Faisalabad',
      locode: null,
      makes: 'frames',
    }
    const days = { from_on: '2024-01-01', until_on: null }
    done(await stateRecord(recorder, owner.clerk, { kind: 'site', content: { ...site, ...days } }))
    const deed = { reason: 'By a deed of Ravi.', follows: null, new_name: null, licences_pass: null, parts: [] }
    const happened = async (event: Omit<ProposeEvent, keyof typeof deed> & Partial<ProposeEvent>): Promise<void> => {
      const proposed = done(await proposeEvent(recorder, shelf, thread.caseOfficer, { ...deed, ...event }))
      done(await approveEvent(recorder, shelf, thread.approvingOfficer, proposed.id))
    }
    const absorbed = await authorisedMaker(thread, 'Frames of Ravi', 'K-1003')
    const passing = await grantLicence(recorder, thread.approvingOfficer, {
      manufacturer_id: absorbed.id,
      programme: 'bicycles',
      kind: 'manufacturing_authorisation',
      quota: null,
      scope: [],
      valid_from: '2026-07-15',
      valid_until: '2029-06-30',
      reason: 'the frames of Ravi',
    })
    done(passing)
    const since = { effective_on: '2026-07-01' }
    const merged = { firm_id: absorbed.id, kind: 'merged', answers_id: owner.id, licences_pass: true } as const
    await happened({ ...merged, ...since })
    await happened({ firm_id: owner.id, kind: 'renamed', new_name: 'Ravi Cycle Works', answers_id: null, ...since })
    const terms = { owner_id: null, owner_name: 'Ravi Trading FZE', programme: 'bicycles', brand: 'Ravi', models: [] }
    const contract = { bound: 'maker', contract: 'C-1 of Ravi', from_on: '2026-07-01', until_on: null } as const
    const agreed = done(
      await recordAgreement(recorder, thread.caseOfficer, { maker_id: owner.id, ...terms, ...contract }),
    )
    done(
      await endAgreement(recorder, thread.caseOfficer, {
        id: agreed.id,
        last_on: '2026-12-31',
        reason: 'as Ravi says',
      }),
    )
    const granted = await grantLicence(recorder, thread.approvingOfficer, {
      manufacturer_id: owner.id,
      programme: 'bicycles',
      kind: 'import_licence',
      quota: 1000,
      scope: [{ hs_prefix: '8714', quota: null, valid_from: '2026-07-15', valid_until: '2029-06-30' }],
      valid_from: '2026-07-15',
      valid_until: '2029-06-30',
      reason: 'Ravi is authorised',
    })
    const licence = done(granted).number
    const draw = { licence, entry: 'KHI-RAVI', units: 4, hs_line: '87149100', drawn_on: '2026-08-01' }
    thread.on('2026-08-01')
    done(await drawQuota(recorder, thread.customsOfficer, draw))
    thread.on('2027-07-10')
    const filed = await filedReturn(thread, owner, 16_000, async (id) => {
      const about = { cell: null, words: 'Which frames of Ravi?', due_on: '2027-07-20' }
      const question = done(await askQuestion(recorder, shelf, thread.caseOfficer, { return_id: id, ...about }))
      done(await answerQuestion(recorder, owner.clerk, { id: question.id, words: 'All frames of Ravi.' }))
    })
    const open = { programme: 'bicycles', kind: 'monthly', period: '2026-07' }
    done(await beginDraft(recorder, shelf, owner.clerk, open))
    const failure = await determinedAs(thread, filed, '2027-07-10', 'failure')
    const fee = await determinedAs(thread, filed, '2027-07-10', 'entitlement')
    await paidBy(thread, fee.number, 'Ravi')
    const { number: guarantee } = done(await approvedGuarantee(thread, await lodgedBy(thread, owner.id, 'Ravi')))
    await writeAs(made.database, thread.caseOfficer, async (handle) => {
      const subject = `determination ${failure.number}`
      const words = { en: 'What Ravi does is foreseen by no rule.', ur: 'Ravi' }
      await refer(handle, recorder, thread.caseOfficer, {
        kind: 'effect_unknown',
        subject,
        manufacturer_id: owner.id,
        words,
      })
      return { commit: undefined }
    })
    await steeredBy(thread, owner, 'Ravi')
    await appealedBy(thread, owner, failure.number, 'Ravi')
    const notice = await servedNotice(thread, failure.number)
    done(await answerNotice(recorder, owner.signatory, { id: notice.id, words: 'The frame of Ravi is late.' }))
    const head = await actorOf(made.database, 'administrator', { id: owner.id, kind: 'manufacturer' })
    done(await invitePerson(api.identity, head, { email: 'ravi@example.com', role: 'maker_clerk' }))
    done(
      await issueApiKey(api.identity, [], head, { name: 'books of Ravi', role: 'maker_clerk', commands: [], days: 90 }),
    )
    const books = await actorOf(made.database, 'accountant')
    await delegatedTo(head, books.organization)

    const organization = {
      id: await organizationOf(made.database, 'supplier', 'Ravi Forge'),
      kind: 'supplier',
    } as const
    const forge = await actorOf(made.database, 'supplier_signatory', organization)
    const sheet = { name: 'costs of Ravi.csv', bytes: Buffer.from('steel of Ravi,PKR 900\n') }
    const { id: evidence_id } = done(await sealEvidence(recorder, forge, sheet))
    const frames = {
      recipient: 'K-1001',
      part_code: 'RAVI-1',
      part: 'frame',
      hs_code: '8714',
      component_class: 'frame',
    }
    const period = { period_from: '2026-07-01', period_until: '2027-06-30', expires_on: '2027-12-31' }
    const share = { at_least: '40%', at_most: null, evidence_id, replaces: null }
    const attested = done(await makeAttestation(recorder, forge, { ...frames, ...period, ...share }))
    const shown_hash = await attestationHash(attested)
    done(await signAttestation(recorder, forge, { id: attested.id, shown_hash }, CONFIRMED))
    const { evidence_hash } = attested
    const opening = { id: attested.id, evidence_hash, reason: 'Ravi buys at a high share.' }
    done(await openEvidence(recorder, thread.caseOfficer, opening))
    await writeAs(made.database, owner.clerk, async (handle) => {
      await insertCitation(handle, { return_id: filed, version: 1, attestation_id: attested.id })
      return { commit: undefined }
    })

    const other = await authorisedMaker(thread, 'Chenab Cycles', 'K-1002')
    const otherHead = await actorOf(made.database, 'administrator', { id: other.id, kind: 'manufacturer' })
    const otherBooks = await actorOf(made.database, 'accountant')
    strangers = [
      other.clerk,
      other.signatory,
      otherHead,
      ANYBODY,
      // An accountant, for another client.
      actingUnder(otherBooks.person, await delegatedTo(otherHead, otherBooks.organization)),
      thread.customsOfficer,
      await actorOf(made.database, 'telecom_regulator'),
      await actorOf(made.database, 'laboratory_signatory'),
      await actorOf(made.database, 'supplier_signatory'),
    ]
    numbers = { licence, determination: failure.number, guarantee }
    const named = await idsOf(owner.id)
    ids = [...new Set(named.values())]
    marks = ['Ravi', 'RAVI', licence, failure.number, ...named.keys()]
  }, 60_000)
  afterAll(async () => {
    await api.app.close()
    await superuser.end()
    await thread.made.drop()
    rmSync(folder, { recursive: true })
  })

  /** All that can be let. */
  async function delegatedTo(head: Actor, accountant: string): Promise<NamedDelegation> {
    done(await giveDelegation(api.identity, head, { accountant, powers: ALL_POWERS, days: 30 }))
    const [letting] = (await seeDelegations(api.identity, head)).delegations
    if (letting === undefined) throw new Error('nothing was let')
    return letting
  }

  /** Past row-level security. */
  async function lookedUp<T>(query: string): Promise<readonly T[]> {
    return (await superuser.query(query)).rows as readonly T[]
  }
  async function tables(): Promise<readonly string[]> {
    const rows = await lookedUp<{ name: string }>(
      "select relname as name from pg_class where relkind in ('r', 'p') and relnamespace = 'public'::regnamespace order by 1",
    )
    return rows.map(({ name }) => name)
  }
  /** Every identifier of a row that names the firm, or that names such a row; and one of the same table. */
  async function idsOf(firm: string): Promise<ReadonlyMap<string, string>> {
    const rows: { readonly table: string; readonly id: string; readonly values: readonly unknown[] }[] = []
    for (const table of await tables()) {
      if (table.startsWith('audit_')) continue
      for (const row of await rowsOf(table))
        if (typeof row['id'] === 'string') rows.push({ table, id: row['id'], values: Object.values(row) })
    }
    const known = new Map([[firm, firm]])
    const first = new Map<string, string>()
    const firstOf = (table: string, id: string): string => {
      if (!first.has(table)) first.set(table, id)
      return first.get(table) ?? id
    }
    for (let before = 0; before < known.size; ) {
      before = known.size
      for (const { table, id, values } of rows)
        if (!known.has(id) && values.some((value) => known.has(String(value)))) known.set(id, firstOf(table, id))
    }
    return known
  }
  async function rowsOf(table: string): Promise<readonly Readonly<Record<string, unknown>>[]> {
    const rows = await lookedUp<{ row: Readonly<Record<string, unknown>> }>(
      `select to_jsonb(t) as row from "${table}" t`,
    )
    return rows.map(({ row }) => row)
  }

  // What the routes do is the same on each.
  test.runIf(server === SERVERS[0])(
    'nobody else is answered about what is there otherwise than about what is not',
    async () => {
      let asked = 0
      for (const actor of strangers)
        for (const one of api.routes) {
          if (OF_ANYBODY.includes(one.command) || (BY_RIGHT[actor.role]?.includes(one.command) ?? false)) continue
          const nothing = requestOf(one, NOT_THERE)
          const about = namesIds(one)
            ? ids.map((id) => requestOf(one, { ...numbers, id }))
            : [requestOf(one, { ...NOT_THERE, ...numbers })]
          const expected = await told(actor, nothing)
          expect(given(expected), `${actor.role} ${one.method} ${one.url}`).toEqual([])
          if (!isAboutSomething(one)) continue
          expect([401, 403, 404], `${actor.role} ${one.method} ${one.url}`).toContain(expected.status)
          // Who is refused by his role is refused before anything is looked up: one question says so.
          for (const request of expected.status === 404 ? about : about.slice(0, 1)) {
            asked += 1
            expect(await told(actor, request), `${actor.role} ${one.method} ${request.url}`).toEqual(expected)
          }
        }
      expect(asked).toBeGreaterThan(200)
      const lists = api.routes.filter(
        ({ method, url }) => method === 'GET' && !url.includes(':') && !url.endsWith('.json'),
      )
      const own = await Promise.all(
        lists.map(async (one) => await told(owner.signatory, requestOf(one, { ...numbers, id: owner.id }))),
      )
      // Licences, attestations, exports that customs attested, returns, determinations, appeals, guarantees, promises, what is with an officer and notices, and the calendar of them.
      expect(own.filter((answer) => given(answer).length > 0)).toHaveLength(11)
    },
    60_000,
  )

  async function told(actor: Actor, request: Asked) {
    const { statusCode: status, payload } = await api.ask(actor, request)
    const named = Object.values({ ...numbers, ...NOT_THERE }).concat(
      marks.filter((mark) => `${request.url}${JSON.stringify(request.body)}`.includes(mark)),
    )
    let text = payload.replace(/"request_id":"[^"]*"/, '')
    if (status !== 200) for (const name of named) text = text.replaceAll(name, '…')
    return { status, text }
  }
  function given({ text }: { readonly text: string }): readonly string[] {
    return marks.filter((mark) => text.includes(mark))
  }

  test.runIf(server === SERVERS[0])(
    'what an accountant may be let do is a clerk’s work that takes no person of the firm',
    () => {
      const unsigned = keyCommands(api.routes, api.authority).map(({ command }) => command)
      for (const command of commandsOf(ALL_POWERS)) {
        const routes = api.routes.filter((one) => one.command === command)
        const isRead = routes.every(({ method }) => method === 'GET')
        expect([command, isRead || unsigned.includes(command)]).toEqual([command, true])
        const its = api.authority[command] ?? []
        expect([command, its.includes('maker_clerk') || command === 'see_clients']).toEqual([command, true])
      }
    },
  )

  test('every table is under row-level security, and shows nothing of a firm to another', async () => {
    const rows = await lookedUp<{ name: string }>(
      "select relname as name from pg_class where relkind in ('r', 'p') and relnamespace = 'public'::regnamespace and not (relrowsecurity and relforcerowsecurity)",
    )
    expect(rows.map(({ name }) => name).toSorted()).toEqual(OF_NOBODY)
    for (const actor of strangers)
      for (const table of await tables()) {
        if (TABLES_BY_RIGHT[actor.role]?.includes(table) ?? false) continue
        expect(given({ text: await shownIn(table, actor) }), `${actor.role} ${table}`).toEqual([])
      }
    const own = await Promise.all((await tables()).map(async (table) => await shownIn(table, owner.signatory)))
    expect(own.filter((text) => given({ text }).length > 0).length).toBeGreaterThan(15)
  })
  async function shownIn(table: string, actor: Actor): Promise<string> {
    const seen = await readAs(thread.made.database, actor, async (handle) => {
      return await sql<{ row: string }>`select to_jsonb(t)::text as row from ${sql.table(table)} t`.execute(handle)
    })
    return seen.rows.map(({ row }) => row).join('\n')
  }

  test('nothing can be written, changed or removed in the name of another firm', async () => {
    const seen = new Set<string>()
    for (const table of await tables()) {
      const own = (await rowsOf(table)).find((row) => marks.some((mark) => JSON.stringify(row).includes(mark)))
      if (own === undefined) continue
      seen.add(table)
      for (const actor of strangers) {
        const right = WRITTEN_BY_RIGHT[actor.role]?.includes(table) ?? false
        const forged = Object.entries(own).map(([key, value]) => {
          if (key === 'id' && table !== 'manufacturers' && table !== 'organizations')
            return [key, thread.recorder.makeId()]
          const isWhoWrites = key.endsWith('_by') && value !== null
          return [key, isWhoWrites ? actor.person : value]
        })
        const text = JSON.stringify(Object.fromEntries(forged))
        const forge = sql`insert into ${sql.table(table)} select * from jsonb_populate_record(null::${sql.table(table)}, ${text}::jsonb)`
        expect(right || (await tried(actor, forge)) === REFUSED, `${actor.role} insert ${table}`).toBe(true)
        const removed = await tried(actor, sql`delete from ${sql.table(table)}`)
        expect([0, REFUSED], `${actor.role} delete ${table}`).toContain(removed)
      }
    }
    expect(seen.size).toBeGreaterThan(20)
    const [clerk] = strangers
    for (const actor of [...strangers, clerk ?? ANYBODY]) {
      expect(await tried(actor, sql`update memberships set ended_at = now() where organization_id = ${owner.id}`)).toBe(
        0,
      )
      expect(
        await tried(actor, sql`update invitations set withdrawn_at = now() where organization_id = ${owner.id}`),
      ).toBe(0)
      expect(await tried(actor, sql`update api_keys set revoked_at = now() where organization_id = ${owner.id}`)).toBe(
        0,
      )
    }
  })

  /** How many rows it touched, or why it was refused; undone in either case. */
  async function tried(actor: Actor, statement: ReturnType<typeof sql>): Promise<number | string | undefined> {
    try {
      return await writeAs(thread.made.database, actor, async (handle) => {
        const { numAffectedRows } = await statement.execute(handle)
        return { rollBack: Number(numAffectedRows ?? 0) }
      })
    } catch (error) {
      if (error instanceof DatabaseError) return error.code
      throw error
    }
  }
})

type Names = typeof NOT_THERE

const OTHERWISE = { version: '1', programme: 'bicycles' }

function isAboutSomething(one: Route<AnyRefusal>): boolean {
  return namesIds(one) || JSON.stringify([one.params, one.query, one.body]).includes('\\\\d{6,12}')
}

function namesIds({ params, query, body, url }: Route<AnyRefusal>): boolean {
  const schemas = JSON.stringify([params, withoutCursor(query), body])
  return url.includes(':id') || schemas.includes('"format":"uuid"')
}

/** Where a page of a list begins is no name of a thing. */
function withoutCursor(query: TObject | undefined): object {
  const { cursor: _, ...others } = query?.properties ?? {}
  return others
}

/** The least that the route takes, about these things. */
function requestOf({ method, url, params, query, body, upload }: Route<AnyRefusal>, names: Names): Asked {
  const named = {
    ...OTHERWISE,
    ...((params === undefined ? {} : leastOf(params, names)) as Readonly<Record<string, string>>),
  }
  const path = url.replaceAll(/:(\w+)/g, (_all, name: string) => named[name as 'version'])
  const asked = query === undefined ? {} : (leastOf(query, names) as Readonly<Record<string, string>>)
  const search = new URLSearchParams(asked).toString()
  return {
    method,
    url: search === '' ? path : `${path}?${search}`,
    ...(upload === undefined
      ? {}
      : { body: Buffer.from('no workbook'), headers: { 'content-type': upload.media_type } }),
    ...(body === undefined ? {} : { body: leastOf(body, names) as object }),
  }
}

function leastOf(schema: TSchema, names: Names): unknown {
  const said = schema as {
    readonly type?: string
    readonly format?: string
    readonly pattern?: string
    readonly minimum?: number
    readonly minItems?: number
    readonly items?: TSchema
    readonly const?: unknown
    readonly enum?: readonly unknown[]
    readonly anyOf?: readonly TSchema[]
    readonly required?: readonly string[]
    readonly properties?: Readonly<Record<string, TSchema>>
  }
  if (said.const !== undefined) return said.const
  if (said.enum !== undefined) return said.enum[0]
  if (said.anyOf !== undefined) return leastOf(said.anyOf[0] ?? schema, names)
  if (said.type === 'object')
    return Object.fromEntries(
      Object.entries(said.properties ?? {})
        .filter(
          ([name, one]) =>
            (said.required ?? []).includes(name) || (one as { readonly format?: string }).format === 'uuid',
        )
        .filter(([name]) => name !== 'cursor')
        .map(([name, one]) => [name, leastOf(one, names)]),
    )
  if (said.type === 'array') return Array.from({ length: said.minItems ?? 0 }, () => leastOf(said.items ?? {}, names))
  if (said.type === 'integer') return said.minimum ?? 1
  if (said.type === 'boolean') return false
  if (said.format === 'uuid') return names.id
  if (said.format === 'date') return '2026-09-01'
  const papers = [names.licence, names.determination, names.guarantee]
  const numbers = [...papers, 'B-000001', 'P-000001', 'LAB-999999999', 'CON-999999999', 'T-999999999', '35209900']
  const words = ['2026-27', 'bicycles', `sha256:${'0'.repeat(64)}`, 'PKLYP', '40%', '1.00', 'PKR']
  const samples = [...numbers, ...words, 'https://maqami.example']
  if (said.pattern !== undefined) return samples.find((one) => new RegExp(said.pattern ?? '').test(one))
  return 'x@example.com'
}
