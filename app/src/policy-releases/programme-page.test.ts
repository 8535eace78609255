import { expect, test } from 'vitest'
import type { NotADay } from './numbers-on.ts'
import { builtFrom, servedPages } from '../pages/pages-fixture.ts'
import * as draft from './draft-page.tsx'
import * as example from './example-page.tsx'
import * as examples from './examples-page.tsx'
import * as numbers from './numbers-csv-page.tsx'
import * as programme from './programme-page.tsx'
import { openShippedShelf, programmesAuthority, shippedShelf } from './shipped-shelf.ts'

const NOT_A_DAY = {
  not_a_day: {
    status: 422,
    title: { en: 'No day', ur: 'دن نہیں' },
    sentence: { en: ({ text }: NotADay) => `no day: ${text}`, ur: ({ text }: NotADay) => text },
  },
}
const { server } = servedPages(
  builtFrom({
    'programmes/:programme': programme,
    'programmes/:programme/numbers.csv': numbers,
    'programmes/:programme/drafts/:draft': draft,
    'programmes/:programme/examples': examples,
    'programmes/:programme/examples/:number': example,
  }),
  { authority: programmesAuthority, contexts: new Map([[shippedShelf, openShippedShelf()]]), problems: NOT_A_DAY },
)

async function textOf(url: string, language = 'en'): Promise<string> {
  const { body } = await server.inject({ url, headers: { cookie: `maqami_language=${language}` } })
  return body
    .replaceAll(/<!-- -->/g, '')
    .replaceAll(/<[^>]+>/g, ' ')
    .replaceAll(/\s+/g, ' ')
}

/** Section 2 of policy/bicycles/instruments/act.md, and the rows of its parameters. */
test.each([
  ['2026-06-30', 'No number is known for that day.'],
  ['2026-07-01', 'What holds on 1 July 2026'],
  ['2026-07-01', 'Rate of the import fee 4%'],
  ['2027-02-28', 'Rate of the import fee 4%'],
  ['2026-07-01', 'Ceiling of the training grant under 1,000 PKR 50,000'],
])('on %s it says: %s', async (day, sentence) => {
  expect(await textOf(`/programmes/bicycles?on=${day}`)).toContain(sentence)
})

test('of a month in which a number changes on a day that nobody knows, that number is not told', async () => {
  const text = await textOf('/programmes/bicycles?on=2027-03-15')
  expect(text).not.toContain('Rate of the import fee 4%')
  expect(text).not.toContain('Rate of the import fee 5%')
})

test('what is no day is said above the form and at its control, which are tied to each other', async () => {
  const { statusCode, body } = await server.inject('/programmes/bicycles?on=<b>')
  expect(statusCode).toBe(422)
  expect(body).toMatch(/role="alert".*<a href="#on">no day: &lt;b&gt;<\/a>/)
  expect(body).toMatch(/<label[^>]* for="on">/)
  expect(body).toMatch(
    /<input[^>]* id="on"[^>]* aria-describedby="on-hint on-error" aria-invalid="true"[^>]* value="&lt;b&gt;"/,
  )
})

test('all numbers can be had as a table, with their days and sources', async () => {
  const { headers, body } = await server.inject('/programmes/bicycles/numbers.csv')
  expect(headers['content-disposition']).toBe('attachment; filename="bicycles-numbers.csv"')
  expect(body.split('\r\n')[0]).toBe('\ufeffName,From,For,Value,Standing,Source')
  expect(body).toContain(
    '\r\nRate of the import fee,2027-03,,5%,"Law in force, from the gazette","Gazette of 15 June 2026, the Bicycle Manufacture Act"\r\n',
  )
})

test('a draft stands beside what holds now', async () => {
  const text = await textOf('/programmes/pk-medmp-2026/drafts/2026-02')
  // policy/pk-medmp-2026: 10% from July 2026 in the base; 35% in drafts/2026-02.yaml.
  expect(text).toContain('From 1 July 2026, smartphone, feature phone 10% 35%')
  expect(text).toContain('REHEARSAL.')
})

test('worked cases come by the page, each once', async () => {
  const numbersOn = async (url: string): Promise<readonly number[]> => {
    const { body } = await server.inject(url)
    return [...body.matchAll(/\/examples\/(\d+)"/g)].map(([, number]) => Number(number))
  }
  const [first, second] = [
    await numbersOn('/programmes/bicycles/examples'),
    await numbersOn('/programmes/bicycles/examples?after=30'),
  ]
  expect(first).toEqual(Array.from({ length: 30 }, (_, index) => index + 1))
  expect(second[0]).toBe(31)
})

test('a worked case is computed and explained, in both languages', async () => {
  expect(await textOf('/programmes/bicycles/examples/1')).toContain('comes out as its authors expect')
  expect(await textOf('/programmes/bicycles/examples/1', 'ur')).toContain('نتیجہ مصنفین کی توقع کے مطابق ہے')
})

test.each([
  '/programmes/nowhere',
  '/programmes/%2Fbicycles',
  '/programmes/bicycles/drafts/none',
  '/programmes/bicycles/examples/0',
  '/programmes/bicycles/examples/1e9',
  '/programmes/bicycles/examples/first',
])('%s is not there', async (url) => {
  expect((await server.inject(url)).statusCode).toBe(404)
})
