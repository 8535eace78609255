/** The register of suppliers: who agrees stands in it, who looks finds it, and who takes it back is gone. */
import type { RouterContext } from 'react-router'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { recorderContext } from './audit-log/recorder-context.ts'
import { endSupply, listSupply } from './components/list-supply.ts'
import { readSupplies } from './components/read-supplies.ts'
import * as suppliers from './components/suppliers-page.tsx'
import * as suppliersCsv from './components/suppliers-csv-page.tsx'
import { SERVERS } from './kernel/test-database-fixture.ts'
import { type Actor, ANYBODY } from './kernel/transaction.ts'
import { builtFrom, servedPages } from './pages/pages-fixture.ts'
import { getPage, postForm, textOf } from './pages/page-reader-fixture.ts'
import { actorOf, organizationOf } from './people/actor-fixture.ts'
import { PROBLEMS } from './problems.ts'
import { threadAuthority } from './thread.ts'
import { authorisedMaker, done, openThread, refusedFor, type TestThread } from './thread-fixture.ts'

const ALL = { component_class: '', district: '', certificate: '', least_capacity: 0 }
const CELLS = {
  component_class: 'battery',
  district: 'Rawalpindi',
  capacity: 4_000_000,
  certificate: 'ISO 9001',
} as const

let thread: TestThread
let maker: Actor
let cells: { readonly clerk: Actor; readonly signatory: Actor }
let screens: { readonly clerk: Actor; readonly signatory: Actor }
let pages: ReturnType<typeof servedPages>['server']
beforeAll(async () => {
  const [first] = SERVERS
  if (first === undefined) throw new Error('no server runs')
  thread = await openThread(first)
  maker = (await authorisedMaker(thread, 'Ravi Devices', 'K-1001')).clerk
  cells = await supplier('Indus Cells')
  screens = await supplier('Delta Screens')
  const actors = new Map<string, Actor>([
    ['maker', maker],
    ['cells', cells.signatory],
    ['clerk', cells.clerk],
    ['anybody', ANYBODY],
  ])
  const contexts = new Map<RouterContext, unknown>([[recorderContext, thread.recorder]])
  const built = builtFrom({ suppliers, 'suppliers.csv': suppliersCsv })
  pages = servedPages(built, { authority: threadAuthority, contexts, actors, problems: PROBLEMS }).server
}, 60_000)
afterAll(async () => await thread.made.drop())

async function supplier(name: string) {
  const { database } = thread.made
  const organization = { id: await organizationOf(database, 'supplier', name), kind: 'supplier' } as const
  return {
    clerk: await actorOf(database, 'supplier_clerk', organization),
    signatory: await actorOf(database, 'supplier_signatory', organization),
  }
}

const seenBy = async (actor: Actor, asked: Partial<typeof ALL> = {}) => {
  const { items } = await readSupplies(thread.made.database, actor, { ...ALL, ...asked }, {})
  return items.map(({ organization_name, component_class, capacity }) => [organization_name, component_class, capacity])
}

test('a supplier that agreed is found by makers and officers, and by no other supplier and not by the public', async () => {
  expect(textOf((await getPage(pages, '/suppliers', 'maker')).body)).toContain('No supplier of this kind is listed')
  done(await listSupply(thread.recorder, cells.signatory, CELLS))
  const line = [['Indus Cells', 'battery', 4_000_000]]
  expect(await seenBy(maker)).toEqual(line)
  expect(await seenBy(thread.caseOfficer)).toEqual(line)
  expect(await seenBy(cells.clerk)).toEqual(line)
  for (const actor of [screens.signatory, ANYBODY, thread.customsOfficer]) expect(await seenBy(actor)).toEqual([])
})

test('it is found by its class and by a part of its district, in any case', async () => {
  done(
    await listSupply(thread.recorder, screens.signatory, { ...CELLS, component_class: 'display', district: 'Lahore' }),
  )
  expect((await seenBy(maker, { component_class: 'display' })).map(([name]) => name)).toEqual(['Delta Screens'])
  expect((await seenBy(maker, { district: 'rawal' })).map(([name]) => name)).toEqual(['Indus Cells'])
  expect(await seenBy(maker, { component_class: 'display', district: 'rawal' })).toEqual([])
  // Both state ISO 9001 and 4,000,000 pieces a year.
  expect(await seenBy(maker, { certificate: 'iso 9' })).toHaveLength(2)
  expect(await seenBy(maker, { certificate: '14001' })).toEqual([])
  expect(await seenBy(maker, { least_capacity: 4_000_000 })).toHaveLength(2)
  expect(await seenBy(maker, { least_capacity: 4_000_001 })).toEqual([])
  const many = (await getPage(pages, '/suppliers.csv?least=4000001&with=iso', 'maker')).body
  expect(many).not.toContain('Indus Cells')
  expect((await getPage(pages, '/suppliers.csv?least=4000000&with=iso', 'maker')).body).toContain('Indus Cells')
  const page = textOf((await getPage(pages, '/suppliers?class=battery', 'maker', 'ur')).body)
  expect(page).toContain('Indus Cells')
  expect(page).not.toContain('Delta Screens')
  const csv = (await getPage(pages, '/suppliers.csv?where=LAHORE', 'maker')).body
  expect(csv).toContain('Delta Screens,Displays,Lahore,4000000,ISO 9001,')
  expect(csv).not.toContain('Indus Cells')
})

test('what is said again of the same class takes the place of what was said before', async () => {
  done(await listSupply(thread.recorder, cells.signatory, { ...CELLS, capacity: 5_000_000 }))
  expect(await seenBy(maker, { component_class: 'battery' })).toEqual([['Indus Cells', 'battery', 5_000_000]])
})

test('by its form a signatory agrees, and a number that is none is sent back with what was typed', async () => {
  const sent = { component_class: 'housing', district: 'Sialkot', capacity: '4,000', certificate: '' }
  const back = await postForm(pages, '/suppliers', 'cells', sent)
  expect(back.body).toContain('Sialkot')
  expect(await seenBy(maker, { component_class: 'housing' })).toEqual([])
  const listed = await postForm(pages, '/suppliers', 'cells', { ...sent, capacity: '4000' })
  expect(listed.statusCode).toBe(303)
  expect(await seenBy(maker, { component_class: 'housing' })).toEqual([['Indus Cells', 'housing', 4000]])
  expect((await getPage(pages, '/suppliers', 'clerk')).body).not.toContain('Agree, and list this')
})

test('who takes it back is gone, for everybody, and nobody takes back for another', async () => {
  expect(refusedFor(await endSupply(thread.recorder, cells.signatory, { component_class: 'display' })).code).toBe(
    'supply_unknown',
  )
  done(await endSupply(thread.recorder, cells.signatory, { component_class: 'battery' }))
  expect(await seenBy(maker, { component_class: 'battery' })).toEqual([])
  expect(await seenBy(maker, { component_class: 'display' })).toHaveLength(1)
})
