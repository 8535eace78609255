/** What follows from a determination, in a browser: a sanction until an appeal quashes it, and a grant until it is paid. */
import type { Browser } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { openBrowser } from './browser-fixture.ts'
import { type Demonstration, startDemonstration } from './demonstration-fixture.ts'
import { Person } from './person-fixture.ts'
import { fileYear } from './shown-fixture.ts'

const MINUTES = 60_000

let service: Demonstration
let browser: Browser
beforeAll(async () => {
  service = await startDemonstration()
  browser = await openBrowser()
}, 3 * MINUTES)
afterAll(async () => {
  await browser.close()
  await service[Symbol.asyncDispose]()
})

async function signedIn(email: string): Promise<Person> {
  return await Person.signedIn(browser, service, { email, language: 'en', hasScripts: true })
}

/** Sends to the interface what no page need be walked through for. */
async function commands(person: Person, path: string, data: object): Promise<{ readonly id: string }> {
  const headers = { origin: service.address }
  const answer = await person.page.request.post(`${service.address}/api/${path}`, { data, headers })
  if (!answer.ok()) throw new Error(`${path}: ${await answer.text()}`)
  return (await answer.json()) as { readonly id: string }
}

test(
  'a grant is reserved in a budget, paid by two officers, and stands on the statement of the firm with what is owed after it and why',
  async () => {
    const officer = await signedIn('case@board.example')
    const approver = await signedIn('approving@board.example')
    const signatory = await signedIn('signatory@ravi.example')

    await officer.sees('/budgets/propose')
    const proposed = await officer.sends({
      programme: 'bicycles',
      year: '2027-28',
      amount: '500000',
      mode: 'first_come',
      counts_from: 'filed',
      over_cap: 'remainder',
      distributes: 'no',
      source: 'The Bicycle Manufacture Act, 2(2)',
      reason: 'As the Board resolved for the year.',
    })
    expect(proposed).toMatch(/another officer|approving officer/i)
    const budget = officer.path
    await approver.sees(budget)
    await approver.sends({ what: 'approve' })

    // Of the 640,000 that were spent on training half, but not more than 200,000 for under 10,000 bicycles; it waits for a second officer.
    await approver.sees('/determinations/D-000009/decide')
    await approver.sends({ what: 'approve', second_factor: await service.codeFor('approving@board.example') })
    const claim = /Ravi Cycles\s+Training grant D-000009\s+Granted whole\s+(.*)/
    const claimed = claim.exec(await approver.sees(budget))?.[1]?.split('\t')
    // Claimed, reserved, granted, paid, waiting.
    expect(claimed).toEqual(['PKR 200,000', 'PKR 200,000', 'PKR 200,000', 'PKR 0', 'PKR 0'])

    await officer.sees('/payments/prepare')
    const offer = (await officer.page.getByLabel('Pay PKR 200,000 to Ravi Cycles').getAttribute('value')) ?? ''
    await officer.sends({ offer, reasons: 'The grant of the year.' })
    const order = officer.path
    // Who prepared it has no form in which to sign it.
    expect(await officer.page.locator('[name="second_factor"]').count()).toBe(0)
    await approver.sees(order)
    expect(
      await approver.sends({ what: 'approve', second_factor: await service.codeFor('approving@board.example') }),
    ).toContain('The order is approved and booked.')

    // 85,000 it owed after its first year, of 300,000 that it paid; now a fee of 7,150,000 × 5% − 1,000.
    await signatory.sees('/statement')
    const rows = signatory.page.locator('[aria-labelledby="entries"] tbody tr:has-text("D-000009")')
    const told = (await rows.allInnerTexts()).map((row) => row.split(/\s*\t\s*|\n/).slice(3, -1))
    expect(told).toEqual([
      ['Charged', '–', 'PKR 356,500', 'PKR 141,500', 'Due from your firm'],
      ['Granted', 'PKR 200,000', '–', 'PKR 58,500', 'Due to your firm'],
      ['Paid to your firm P-000002', '–', 'PKR 200,000', 'PKR 141,500', 'Due from your firm'],
    ])
    await signatory.sees('/determinations/D-000009')
  },
  4 * MINUTES,
)

test(
  'a concession that is withdrawn names the charges that apply instead, to customs and to the firm, and computes them for a set',
  async () => {
    const gate = '/gate?licence=CN-000005&day=2028-10-02&hs_line=85171300&units=10'
    const set = { given_device_kind: 'smartphone', given_cf_value: '150', given_exchange_rate: '280' }
    for (const [email, page] of [
      ['customs@customs.example', gate],
      ['signatory@kohsar.example', '/determinations/D-000007'],
    ] as const) {
      const person = await signedIn(email)
      expect(await person.sees(page)).toContain('Mobile levy Finance Act 2022, mobile handset levy')
      // 7,500 + 600 + 930 + 18% of 150 × 280.
      expect(await person.sends(set)).toMatch(/Sales tax\s+Sales Tax Act[^\n]*\s+PKR 7,560\s+All together\s+PKR 16,590/)
    }
  },
  2 * MINUTES,
)

test(
  'a failure is noticed and not cured, the licence suspended at the gate, stayed on appeal, and restored when the sanction is quashed',
  async () => {
    const year = { begins: 2027, made: 3100, licence_year: 2 }
    const officer = await signedIn('case@board.example')
    const approver = await signedIn('approving@board.example')
    const signatory = await signedIn('signatory@chenab.example')
    const customs = await signedIn('customs@customs.example')
    // 1 − 12,600 ÷ 20,000 = 37%, and the Act asks for 40% in the second year of a licence.
    const filed = { ...year, imported_value: 12_600 }
    const id = await fileYear(signatory.page.request, service, 'signatory@chenab.example', filed)
    await commands(officer, `returns/${id}/review`, { kind: 'accepted' })

    const prepared = async (kind: string, as_of: string): Promise<string> => {
      const assessment = await commands(officer, 'assessments', { return_id: id, as_of })
      await officer.sees(`/assessments/${assessment.id}/determinations`)
      await officer.sends({ offer: `${kind} {}`, reasons: 'As the return says.' })
      const [, number = ''] = /determinations\/([^/]+)/.exec(officer.path) ?? []
      return number
    }
    const signs = async (): Promise<string> =>
      await approver.sends({ what: 'approve', second_factor: await service.codeFor('approving@board.example') })
    const gate = async (day: string): Promise<string> =>
      await customs.sees(`/gate?licence=IL-000002&day=${day}&hs_line=87149100&units=10`)

    const failure = await prepared('failure', '2028-10-02')
    await approver.sees(`/determinations/${failure}/decide`)
    await signs()
    await officer.sees(`/determinations/${failure}/notice`)
    expect(await officer.sends({ answer_length: '15' })).toContain('Not served yet')
    await signatory.sees('/inbox')
    await signatory.page.locator('form button.row-button').first().click()
    // Served on 2 October 2028, for two months.
    expect(await signatory.reads()).toContain('2 December 2028')
    expect(await gate('2028-10-02')).toContain('May be imported')

    await service.passDays(62)
    const sanction = await prepared('sanction', '2028-12-03')
    // What would follow is said before anybody signs it.
    const shown = await approver.sees(`/determinations/${sanction}/decide`)
    expect(shown).toMatch(/IL-000002\s+suspended from 3 December 2028/)
    await signs()
    expect(await gate('2028-12-03')).toMatch(/suspended/i)
    expect(await signatory.sees('/desk')).toMatch(/suspended/i)

    await signatory.sees(`/determinations/${sanction}/appeal`)
    await signatory.sends({ grounds: 'The frames are made in Gujranwala.', stay_reason: 'Orders wait.' })
    const appeal = signatory.path
    await signatory.sends({ second_factor: await service.codeFor('signatory@chenab.example') })
    const decider = await signedIn('appellate@board.example')
    expect(await decider.sees('/desk')).toContain('Decide about a stay')
    await decider.sees(appeal)
    await decider.sends({ stay_kind: 'granted', stay_words: 'The works stand open to inspection.' })
    expect(await gate('2028-12-03')).toContain('May be imported')

    await decider.sees(`${appeal}/order`)
    expect(await decider.sends({ outcome: 'quashed', reasons: REASONS })).toContain(
      'One entry of the account is taken back.',
    )
    await decider.sends({ second_factor: await service.codeFor('appellate@board.example') })
    expect(await signatory.sees(appeal)).toMatch(/quashed/i)
    expect(await gate('2028-12-03')).toContain('May be imported')
    const orders = (await signatory.sees('/licences/IL-000002')).split('Orders')[1]
    const told = `Suspended\\s+Determination ${sanction}\\s+3 December 2028\\s+Restored\\s+Appeal A-000002`
    expect(orders).toMatch(new RegExp(told))
    const desk = await signatory.sees('/desk')
    expect(desk).toMatch(/IL-000002\s+Import licence\s+Bicycle Localization Programme\s+In force/)
    expect(desk).toMatch(new RegExp(`${sanction}\\s+Sanction[^\\n]*2027-28\\s+Approved\\s+Quashed`))
  },
  6 * MINUTES,
)

/** At least a paragraph, as the reasons of an order are. */
const REASONS =
  'The frames were weighed at the works and are made there; the return counted them among the imported parts, and the officer did not look.'
