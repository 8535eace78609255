/** Editions of statistics: published once and for ever, protected, revised where a return is restated, and readable by others' programs. */
import type { RouterContext } from 'react-router'
import { SaxesParser } from 'saxes'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { recorderContext } from './audit-log/recorder-context.ts'
import { SERVERS } from './kernel/test-database-fixture.ts'
import { ANYBODY } from './kernel/transaction.ts'
import { builtFrom, servedPages } from './pages/pages-fixture.ts'
import { getPage, postForm, textOf } from './pages/page-reader-fixture.ts'
import { identityContext } from './people/identity-context.ts'
import { shelfContext } from './policy-releases/shelf-context.ts'
import { PROBLEMS } from './problems.ts'
import * as editionFile from './publications/edition-file-page.tsx'
import * as edition from './publications/edition-page.tsx'
import { sdmxRows } from './publications/edition-rows.ts'
import * as feed from './publications/feed-page.tsx'
import type { EditionContent } from './publications/publication.ts'
import * as publications from './publications/publications-page.tsx'
import { publishEdition } from './publications/publish-edition.ts'
import { readEdition } from './publications/read-editions.ts'
import { fileReturn, shownHash } from './returns/filing/file-return.ts'
import { reviewReturn } from './returns/filing/review-return.ts'
import { uploadReturn } from './returns/filing/upload-return.ts'
import { threadAuthority } from './thread.ts'
import {
  authorisedMaker,
  bicycles,
  done,
  openThread,
  publish,
  refusedFor,
  type TestMaker,
  type TestThread,
  workbook,
} from './thread-fixture.ts'

const PAGES = builtFrom({
  publications,
  'publications.atom': feed,
  'publications/:programme/:year/:edition': edition,
  'publications/:programme/:year/:edition/:file': editionFile,
})
const YEAR = { programme: 'bicycles', year: '2026-27' }
const AT = '/publications/bicycles/2026-27'
const CONFIRMED = async () => await Promise.resolve({ done: true })

describe.each(SERVERS)('publications on $name', (server) => {
  let thread: TestThread
  let makers: readonly TestMaker[]
  let pages: ReturnType<typeof servedPages>['server']
  beforeAll(async () => {
    thread = await openThread(server)
    await publish(thread, 'bicycles')
    const names = ['Ravi', 'Sutlej', 'Jhelum', 'Chenab', 'Swat', 'Hunza', 'Kabul']
    makers = await Promise.all(
      names.map(async (name, nth) => await authorisedMaker(thread, `${name} Cycles`, `K-${nth}`)),
    )
    thread.on('2027-07-10')
    const contexts = new Map<RouterContext, unknown>([
      [recorderContext, thread.recorder],
      [shelfContext, thread.shelf],
      [identityContext, { ...thread.recorder, publicAddress: new URL('https://maqami.example') }],
    ])
    const actors = new Map([
      ['officer', thread.approvingOfficer],
      ['anybody', ANYBODY],
    ])
    pages = servedPages(PAGES, { authority: threadAuthority, contexts, actors, problems: PROBLEMS }).server
  }, 60_000)
  afterAll(async () => {
    await thread.made.drop()
  })

  /** Of the maker: bicycles made, others that are electric, and what it imported in August. */
  async function accepted(nth: number, made: number, electric: number, imported = 1_000_000): Promise<void> {
    const { recorder, shelf, caseOfficer } = thread
    const maker = makers[nth]
    if (maker === undefined) throw new Error('no such maker')
    const sheets = bicycles(5000)
    const [model = {}] = sheets['models'] ?? []
    const models = [
      { ...model, made },
      { ...model, model: 'Volt', electric: 'true', made: electric },
    ]
    const bytes = await workbook('bicycles', {
      ...sheets,
      models: models.filter((one) => one.made > 0),
      imports: [{ entry: 'KHI-1', imported_on: '2026-08-10', value: imported }],
    })
    const upload = { programme: 'bicycles', kind: 'annual', period: '2026-27', name: 'return.xlsx', bytes }
    const { found, version } = done(await uploadReturn(recorder, shelf, maker.clerk, upload))
    const shown_hash = (await shownHash(recorder, maker.signatory, found.id, version)) ?? ''
    done(await fileReturn(recorder, shelf, maker.signatory, { id: found.id, version, shown_hash }, CONFIRMED))
    done(await reviewReturn(recorder, shelf, caseOfficer, { id: found.id, kind: 'accepted' }))
  }
  const published = async () => await publishEdition(thread.recorder, thread.shelf, thread.approvingOfficer, YEAR)
  const madeIn = ({ series }: EditionContent) =>
    Object.fromEntries(
      (series.find((one) => one.series === 'bicycles_made')?.cells ?? []).map(({ at, value, why }) => [
        at['electric'] ?? 'total',
        value ?? why,
      ]),
    )

  test('nothing is published before a return is accepted', async () => {
    expect(refusedFor(await published()).code).toBe('nothing_to_publish')
    expect(textOf((await getPage(pages, '/publications', 'anybody')).body)).toContain('Nothing has been published yet')
  })

  test('three firms are published, two are not, and what two have does not follow from the total', async () => {
    for (const [nth, [made, electric]] of [
      [100, 0],
      [120, 30],
      [140, 20],
    ].entries())
      await accepted(nth, made ?? 0, electric ?? 0)
    // 100 + 120 + 140 without a motor; 50 of two firms with one, and 410 less 360 would tell.
    expect(madeIn(done(await published()))).toEqual({
      false: 'protects_another',
      true: 'few_firms',
      total: '410',
    })
  })

  test('an edition says the same for ever, whatever comes after it', async () => {
    const first = await getPage(pages, `${AT}/1/data.csv`, 'anybody')
    // From 100 to 110, and a third firm with a motor: 10 of Ravi, which had none.
    await accepted(0, 110, 10, 1_200_000)
    const second = done(await published())
    expect(second).toMatchObject({ edition: 2, returns: 3, returns_added: 0, returns_restated: 1 })
    const again = await getPage(pages, `${AT}/1/data.csv`, 'anybody')
    expect(again.body).toBe(first.body)
    expect(textOf((await getPage(pages, `${AT}/1`, 'anybody')).body)).toContain('There is a newer edition')
    expect((await getPage(pages, `${AT}/latest/data.csv`, 'anybody')).body).toBe(
      (await getPage(pages, `${AT}/2/data.csv`, 'anybody')).body,
    )
  })

  test('what one firm added since is not told by the difference of two editions', async () => {
    const second = done(await readEdition(thread.made.database, ANYBODY, { ...YEAR, edition: '2' })).content
    // The ten with a motor are new, and of one firm: 430 less 410 would tell them.
    expect(madeIn(second)).toEqual({ false: 'earlier_edition', true: 'earlier_edition', total: 'earlier_edition' })
    expect(second.revisions).toContainEqual({ series: 'bicycles_made', at: {}, before: '410', after: null })
  })

  test('a smaller correction changes the next edition, and is listed with what was before', async () => {
    const { content } = done(await readEdition(thread.made.database, ANYBODY, { ...YEAR, edition: '2' }))
    const imports = content.series.find(({ series }) => series === 'imports')
    // PKR 1,200,000 instead of 1,000,000, and a million of each of the two others.
    expect(imports?.cells).toContainEqual({ at: { month: '2026-08' }, value: '3200000', why: null })
    const said = { series: 'imports', before: '3000000', after: '3200000' }
    expect(content.revisions).toContainEqual({ ...said, at: { month: '2026-08' } })
    const page = textOf((await getPage(pages, `${AT}/2`, 'anybody')).body)
    expect(page).toContain('1 restated since the edition before')
    expect(page).toContain('3,000,000')
  })

  test('with nothing new there is no new edition', async () => {
    expect(refusedFor(await published())).toMatchObject({ code: 'nothing_new_to_publish', year: '2026-27' })
  })

  test('an officer publishes by a form, and nobody else does', async () => {
    for (const nth of [3, 4, 5]) await accepted(nth, 100 + nth, 20 + nth)
    const sent = await postForm(pages, '/publications', 'officer', YEAR)
    expect([sent.statusCode, sent.headers['location']]).toEqual([303, `${AT}/3`])
    expect((await postForm(pages, '/publications', 'anybody', YEAR)).statusCode).not.toBe(303)
    const again = await postForm(pages, '/publications', 'officer', YEAR)
    expect(again.statusCode).toBe(409)
    expect(again.body).toMatch(/<input[^>]* id="year"[^>]*aria-invalid="true"/)
  })

  test('the page shows each cell or says why not, in both languages', async () => {
    const english = textOf((await getPage(pages, `${AT}/1`, 'anybody')).body)
    expect(english).toContain('withheld (too few firms)')
    expect(english).toContain('https://maqami.example/publications/bicycles/2026-27/1')
    const urdu = textOf((await getPage(pages, `${AT}/1`, 'anybody', 'ur')).body)
    expect(urdu).toContain('ادارے بہت کم ہیں')
    expect((await getPage(pages, `${AT}/99`, 'anybody')).statusCode).toBe(404)
    expect((await getPage(pages, `${AT}/1/other.csv`, 'anybody')).statusCode).toBe(404)
  })

  test('nobody alters an edition, the owner of the tables neither', async () => {
    const superuser = await thread.made.superuser()
    await expect(superuser.query("update editions set year = '2027-28'")).rejects.toThrow('only grows')
    await superuser.end()
  })

  test('the dictionary explains every word of the table', async () => {
    const rows = linesOf((await getPage(pages, `${AT}/1/data.csv`, 'anybody')).body)
    const words = new Set(
      linesOf((await getPage(pages, `${AT}/1/dictionary.csv`, 'anybody')).body).map((row) => row[2]),
    )
    const [head = [], ...lines] = rows
    const told = head.flatMap((name, nth) => (['series', 'unit', 'withheld'].includes(name) ? [nth] : []))
    const used = lines.flatMap((line) => told.map((nth) => line[nth] ?? '')).filter((word) => word !== '')
    expect(used.filter((word) => !words.has(word))).toEqual([])
    expect(used).toContain('few_firms')
  })

  test('what statistical systems fetch has the form of SDMX-CSV 2.0', async () => {
    const { content } = done(await readEdition(thread.made.database, ANYBODY, { ...YEAR, edition: '1' }))
    expect(sdmxFaults(linesOf((await getPage(pages, `${AT}/1/sdmx.csv`, 'anybody')).body))).toEqual([])
    // The check finds what is wrong.
    const [head = [], first = [], ...others] = sdmxRows(content)
    expect(sdmxFaults([head, first, first, ...others])).toContain('two observations with one key')
    expect(sdmxFaults([head, first.with(1, 'bicycles'), ...others])).toContain('no identifier of a structure: bicycles')
    expect(sdmxFaults([head.with(0, 'DATAFLOW'), first, ...others])).toContain('the first column is DATAFLOW')
    expect(sdmxFaults([head, first.with(head.indexOf('TIME_PERIOD'), '2026-27'), ...others])).toContain(
      'no period: 2026-27',
    )
  })

  test('the feed is Atom, names each edition once at its address, and the newest first', async () => {
    const answer = await getPage(pages, '/publications.atom', 'anybody')
    expect(answer.headers['content-type']).toContain('application/atom+xml')
    const read = elementsOf(answer.body)
    expect(feedFaults(read)).toEqual([])
    const ids = read.filter(({ path }) => path === 'feed/entry/id').map(({ text }) => text)
    expect(ids).toEqual([3, 2, 1].map((nth) => `https://maqami.example${AT}/${nth}`))
    expect(feedFaults(read.filter(({ path }) => path !== 'feed/entry/updated'))).toContain('3 entries, 0 updated')
  })

  test('a chart is an image without a script, with its source', async () => {
    const answer = await getPage(pages, `${AT}/1/chart-bicycles_made.svg`, 'anybody')
    expect(answer.headers['content-type']).toContain('image/svg+xml')
    const read = elementsOf(answer.body)
    expect(read.some(({ path }) => path.includes('script'))).toBe(false)
    expect(read.map(({ text }) => text).join(' ')).toContain(`https://maqami.example${AT}/1`)
    expect(answer.body).toContain('withheld')
  })
})

function linesOf(csv: string): readonly (readonly string[])[] {
  return csv
    .replace('\ufeff', '')
    .trimEnd()
    .split('\r\n')
    .map((line) => line.split(','))
}

/** By the field guide of SDMX-CSV 2.0, and the formats of times of SDMX 3.0. */
function sdmxFaults([head = [], ...rows]: readonly (readonly string[])[]): readonly string[] {
  const faults: string[] = []
  for (const [nth, name] of ['STRUCTURE', 'STRUCTURE_ID', 'ACTION'].entries())
    if (head[nth] !== name) faults.push(`the ${['first', 'second', 'third'][nth]} column is ${head[nth]}`)
  for (const name of head) if (!/^[A-Z][A-Z0-9_]*$/.test(name)) faults.push(`no identifier of a component: ${name}`)
  const value = head.indexOf('OBS_VALUE')
  const keys = new Set<string>()
  for (const row of rows) {
    if (row.length !== head.length) faults.push(`a row of ${row.length}`)
    if (!['dataflow', 'datastructure', 'dataprovision'].includes(row[0] ?? '')) faults.push(`no structure: ${row[0]}`)
    if (!/^[A-Za-z][\w.-]*:[A-Za-z0-9_@$-]+\(\d+\.\d+(\.\d+)?\)$/.test(row[1] ?? ''))
      faults.push(`no identifier of a structure: ${row[1]}`)
    if (!['A', 'D', 'I', 'M', 'R'].includes(row[2] ?? '')) faults.push(`no action: ${row[2]}`)
    for (const code of row.slice(3, value - 1)) if (!/^[A-Z0-9_@$-]+$/.test(code)) faults.push(`no code: ${code}`)
    if (!/^\d{4}(-(0[1-9]|1[0-2])|-A1)?$/.test(row[value - 1] ?? '')) faults.push(`no period: ${row[value - 1]}`)
    if (!/^(-?\d+(\.\d+)?)?$/.test(row[value] ?? '')) faults.push(`no value: ${row[value]}`)
    const key = row.slice(3, value).join()
    if (keys.has(key)) faults.push('two observations with one key')
    keys.add(key)
  }
  return faults
}

interface Element {
  readonly path: string
  text: string
  readonly attributes: Readonly<Record<string, string>>
}

/** Throws where it is no XML. */
function elementsOf(xml: string): readonly Element[] {
  const elements: Element[] = []
  const open: Element[] = []
  const parser = new SaxesParser()
  parser.on('error', (error) => {
    throw error
  })
  parser.on('opentag', ({ name, attributes }) => {
    const element = { path: [...open.map(({ path }) => path.split('/').at(-1)), name].join('/'), text: '', attributes }
    elements.push(element)
    open.push(element)
  })
  parser.on('text', (text) => {
    const last = open.at(-1)
    if (last !== undefined) last.text += text
  })
  parser.on('closetag', () => {
    open.pop()
  })
  parser.write(xml).close()
  return elements
}

/** What RFC 4287 asks of a feed and of each entry. */
function feedFaults(elements: readonly Element[]): readonly string[] {
  const count = (path: string): number => elements.filter((one) => one.path === path).length
  const faults: string[] = []
  const entries = count('feed/entry')
  for (const name of ['id', 'title', 'updated']) {
    if (count(`feed/${name}`) !== 1) faults.push(`the feed has ${count(`feed/${name}`)} ${name}`)
    if (count(`feed/entry/${name}`) !== entries)
      faults.push(`${entries} entries, ${count(`feed/entry/${name}`)} ${name}`)
  }
  if (count('feed/author/name') !== 1) faults.push('no author')
  if (elements[0]?.attributes['xmlns'] !== 'http://www.w3.org/2005/Atom') faults.push('no namespace')
  for (const { path, text, attributes } of elements) {
    if (path.endsWith('/updated') && !/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(\.\d+)?(Z|[+-]\d\d:\d\d)$/.test(text))
      faults.push(`no instant: ${text}`)
    if (path.endsWith('/id') && !URL.canParse(text)) faults.push(`no address: ${text}`)
    if (path.endsWith('/link') && !URL.canParse(attributes['href'] ?? '')) faults.push('a link without an address')
  }
  if (!elements.some(({ path, attributes }) => path === 'feed/link' && attributes['rel'] === 'self'))
    faults.push('no link to itself')
  const ids = elements.filter(({ path }) => path === 'feed/entry/id').map(({ text }) => text)
  if (new Set(ids).size !== ids.length) faults.push('two entries with one id')
  return faults
}
