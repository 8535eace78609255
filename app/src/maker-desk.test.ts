/** The desk of a maker that has filed for many years. */
import { afterAll, beforeAll, expect, test } from 'vitest'
import { recorderContext } from './audit-log/recorder-context.ts'
import * as desk from './desks/desk-page.tsx'
import { SERVERS } from './kernel/test-database-fixture.ts'
import { grantLicence } from './licences/grant-licence.ts'
import { builtFrom, servedPages } from './pages/pages-fixture.ts'
import { shelfContext } from './policy-releases/shelf-context.ts'
import { uploadReturn } from './returns/filing/upload-return.ts'
import { threadAuthority } from './thread.ts'
import { authorisedMaker, bicycles, done, openThread, publish, type TestThread, workbook } from './thread-fixture.ts'

let thread: TestThread
beforeAll(async () => {
  const [first] = SERVERS
  if (first === undefined) throw new Error('no server runs')
  thread = await openThread(first)
  await publish(thread, 'bicycles')
})
afterAll(async () => {
  await thread.made.drop()
})

/** As many monthly returns of the same firm, accepted since; the last is of June 2028. */
const ACCEPTED = (of: string, count: number) => `
  set session_replication_role = replica;
  insert into returns select gen_random_uuid(), manufacturer_id, programme,
    to_char(date '2018-06-01' + n * interval '1 month', 'YYYY-MM'), 'monthly'
  from returns, generate_series(1, ${count}) as n where id = '${of}';
  update returns set id = ('f' || substr(id::text, 2))::uuid where kind = 'monthly';
  insert into return_versions
  select (jsonb_populate_record(v, jsonb_build_object('return_id', r.id))).*
  from return_versions v, returns r where v.return_id = '${of}' and r.kind = 'monthly';
  insert into return_events select id, 1, 'filed', 1, 'sha256:' || repeat('0', 64), null, now(), 'x' from returns where kind = 'monthly';
  insert into return_events select id, 2, 'accepted', 1, null, null, now(), 'x' from returns where kind = 'monthly';
  insert into return_standings
  select id, manufacturer_id, programme, kind, period, 'accepted', now() from returns where kind = 'monthly'`

test('a year that was reported more than a hundred returns ago is not called missing, and its draft still waits', async () => {
  const { recorder, shelf, approvingOfficer } = thread
  const maker = await authorisedMaker(thread, 'Ravi Cycles', 'K-1001')
  const granted = await grantLicence(recorder, approvingOfficer, {
    manufacturer_id: maker.id,
    programme: 'bicycles',
    kind: 'import_licence',
    quota: 1000,
    valid_from: '2026-07-15',
    valid_until: '2029-06-30',
    scope: [],
    reason: 'Capacity seen on site.',
  })
  done(granted)
  thread.on('2028-07-10')
  const bytes = await workbook('bicycles', bicycles(12_000))
  const upload = { programme: 'bicycles', kind: 'annual', period: '2026-27', name: 'a.xlsx', bytes }
  const { found } = done(await uploadReturn(recorder, shelf, maker.clerk, upload))
  await thread.made.tamper(ACCEPTED(found.id, 120))
  const { server } = servedPages(builtFrom({ desk }), {
    authority: threadAuthority,
    actors: new Map([['maker', maker.signatory]]),
    contexts: new Map<never, unknown>([
      [recorderContext as never, recorder],
      [shelfContext as never, shelf],
    ]),
  })
  const { body, statusCode } = await server.inject({ url: '/desk', headers: { authorization: 'maker' } })
  expect(statusCode).toBe(200)
  const steps = /<table.*?<\/table>/s.exec(body)?.[0] ?? ''
  expect([...steps.matchAll(/href="([^"]+)"/g)].map(([, href]) => href)).toEqual([
    `/returns/${found.id}/versions/1`,
    // It leads to the form, with the return chosen.
    '/returns?report=bicycles/annual/2027-28#upload',
  ])
  // 90 days after 30 June.
  expect(steps).toContain('2027-28')
  expect(steps).toContain('28 September 2028')
  expect(body.match(/href="\/returns\/f/g)).toHaveLength(25)
})
