import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { RouterContext } from 'react-router'
import { expect, test } from 'vitest'
import { SCREENS } from '../e2e/screens-fixture.ts'
import { recorderContext } from './audit-log/recorder-context.ts'
import { NAVIGATION } from './navigation.ts'
import { builtPages } from './pages/built-pages.ts'
import { servedPages } from './pages/pages-fixture.ts'
import routes from './pages/routes.ts'
import { refusalInBrowser } from './pages/sides-of-pages.ts'
import { peopleAuthority } from './people/people-api.ts'
import { signInAuthority } from './people/sign-in-api.ts'
import { isAllowed, joinAuthority } from './kernel/authority.ts'
import { SERVERS } from './kernel/test-database-fixture.ts'
import { openShippedShelf, programmesAuthority, shippedShelf } from './policy-releases/shipped-shelf.ts'
import { comparisonsAuthority, comparisonShelf, openComparisonShelf } from './comparisons/comparison-shelf.ts'
import { openSpilloverShelf, spilloversAuthority, spilloverShelf } from './spillovers/spillover-shelf.ts'
import { tellSpillover } from './spillovers/tell-spillover.ts'
import { workOut } from './spillovers/work-out-spillover.ts'
import { openStatisticsShelf, statisticsAuthority, statisticsShelf } from './statistics/statistics-shelf.ts'
import { shelfContext } from './policy-releases/shelf-context.ts'
import { openThread, publish } from './thread-fixture.ts'
import { threadAuthority } from './thread.ts'

const LARGEST_PAGE = 100 * 1024
const TEXT = { 'accept-encoding': 'br' }

const AUTHORITY = joinAuthority(
  programmesAuthority,
  comparisonsAuthority,
  spilloversAuthority,
  statisticsAuthority,
  signInAuthority,
  peopleAuthority,
  threadAuthority,
)

async function served(more: readonly (readonly [RouterContext, unknown])[] = []) {
  const pages = await builtPages(() => undefined)
  const shipped = openShippedShelf()
  const contexts = new Map<RouterContext, unknown>([
    [shippedShelf, shipped],
    [comparisonShelf, openComparisonShelf(shipped, () => Date.UTC(2026, 10, 23))],
    [spilloverShelf, openSpilloverShelf()],
    [statisticsShelf, openStatisticsShelf()],
    ...more,
  ])
  return { pages, ...servedPages(pages, { authority: AUTHORITY, contexts }) }
}

test('every public page is small without its fonts, in both languages, and asks nobody else for anything', async () => {
  const [databases] = SERVERS
  if (databases === undefined) throw new Error('no server runs')
  const thread = await openThread(databases)
  await publish(thread, 'bicycles')
  const { server, faults } = await served([
    [recorderContext, thread.recorder],
    [shelfContext, thread.shelf],
  ])
  const shelf = openShippedShelf()
  const addresses = [
    ...NAVIGATION.filter(({ command }) => isAllowed(AUTHORITY, 'public', command)).map(({ href }) => href),
    ...(await shelf.all()).map(({ engine }) => `/programmes/${engine.programme.heading.name}`),
  ]
  for (const url of addresses)
    for (const language of ['en', 'ur']) {
      const cookie = `maqami_language=${language}`
      const { statusCode, body } = await server.inject({ url, headers: { cookie } })
      expect([url, statusCode]).toEqual([url, 200])
      expect(body).not.toMatch(/<style| style="/)
      // The comparison alone computes in the browser; it is read without its script as well.
      expect(body.match(/<script[^>]*>/g)?.length ?? 0).toBe(url === '/compare' ? 1 : 0)
      const parts = [...body.matchAll(/(?:src|href)="(\/assets\/[^"]+)"/g)].map((found) => found[1] ?? '')
      expect(parts.length).toBeGreaterThan(0)
      const answers = await Promise.all(
        [url, ...parts].map((one) => server.inject({ url: one, headers: { ...TEXT, cookie } })),
      )
      const bytes = answers.reduce((sum, answer) => sum + answer.rawPayload.length, 0)
      expect(bytes).toBeLessThan(LARGEST_PAGE)
    }
  expect(faults).toEqual([])
  await thread.made.drop()
})

function numbersIn(value: unknown): readonly number[] {
  if (typeof value === 'number') return [value]
  return typeof value === 'object' && value !== null ? Object.values<unknown>({ ...value }).flatMap(numbersIn) : []
}

test('the page, the command line and the interface give the same spillover, to the last digit', async () => {
  const asked = { sector: 'electronic components', amount: '10', into: 'electronic devices' }
  const shelf = openSpilloverShelf()
  const answer = workOut(await shelf(), asked)
  if ('refused' in answer) throw new Error(answer.refused.code)
  const folder = mkdtempSync(join(tmpdir(), 'maqami-spillover-'))
  const out = join(folder, 'spillover.json')
  const words = ['--sector', asked.sector, '--increase', asked.amount, '--into', asked.into]
  expect(await tellSpillover.run([...words, '--format', 'json', '--out', out])).toBe(0)
  expect(JSON.parse(readFileSync(out, 'utf8'))).toEqual(answer.done)
  rmSync(folder, { recursive: true })
  const { server, faults } = await served()
  const { statusCode, body } = await server.inject({ url: `/spillover?${new URLSearchParams(asked).toString()}` })
  expect([statusCode, faults]).toEqual([200, []])
  const { sectors, increase, table } = answer.done
  const figures = numbersIn([sectors, increase?.type_one, increase?.type_two])
  // Eight multipliers and two linkages of each of five sectors, four sums of each type, and two outputs of each sector.
  expect(figures).toHaveLength(5 * 10 + 8 + 10)
  for (const one of figures) expect(body).toContain(`>${one.toFixed(4)}<`)
  // At the top, under the sums, under both charts, over the multipliers, and at the end.
  expect(body.split(table.provenance.en).length - 1).toBeGreaterThanOrEqual(6)
})

test('every page is among those that are looked at in a browser', () => {
  const pages = routes.map(({ path = '/' }) => path).filter((path) => !path.endsWith('.csv'))
  expect(SCREENS.map(({ route }) => route).toSorted()).toEqual(pages.toSorted())
})

test('style sheets name only our own files, each of which is there', async () => {
  const { pages } = await served()
  const sheets = [...pages.assets].filter(([name]) => name.endsWith('.css')).map(([, bytes]) => bytes.toString())
  const named = sheets.flatMap((sheet) => [...sheet.matchAll(/url\(["']?([^"')]+)/g)].map((found) => found[1] ?? ''))
  const files = named.filter((one) => !one.startsWith('data:'))
  expect(files.length).toBeGreaterThan(3)
  for (const file of files) expect(pages.assets.has(file.replace('/assets/', ''))).toBe(true)
})

test('nothing of the server is in what browsers could fetch', async () => {
  const { pages } = await served()
  const scripts = [...pages.assets].filter(([name]) => name.endsWith('.js')).map(([, bytes]) => bytes.toString())
  expect(scripts.length).toBeGreaterThan(0)
  for (const script of scripts)
    expect(script).not.toMatch(/["'](?:node:[\w/]+|pg|kysely|fastify)["']|policy\/|set_config/)
})

test.each([
  ['node:fs', "'node:fs' would go to the browser, which has no such thing"],
  ['fs', "'fs' would go to the browser"],
  ['pg', "'pg' would go to the browser. Use it in a loader or an action only"],
  ['react-dom-evil', "'react-dom-evil' would go to the browser"],
])('a page that brings %s into the browser is not built', (specifier, sentence) => {
  expect(refusalInBrowser(specifier)).toContain(sentence)
})

test('what is made for browsers goes there', () => {
  const specifiers = ['react', 'react-router', '@maqami/engine/explain/html.ts', './shell.tsx', 'virtual:react-router']
  expect(specifiers.map(refusalInBrowser)).toEqual(specifiers.map(() => undefined))
})
