import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import type { Browser } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { bicycleMonth, bicycleReturn, FIRST_DAY } from '../src/demonstration/invented-makers.ts'
import { openBrowser } from './browser-fixture.ts'
import { type Demonstration, startDemonstration } from './demonstration-fixture.ts'
import { Person } from './person-fixture.ts'
import { workbook } from './workbook-fixture.ts'

const MINUTES = 60_000
const YEAR = { begins: 2027, made: 1800, licence_year: 1 }

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

async function signedIn(email: string, language: 'en' | 'ur' = 'en', hasScripts = true): Promise<Person> {
  return await Person.signedIn(browser, service, { email, language, hasScripts })
}

test(
  'a maker is authorised, files, fails, is suspended, cures and is restored',
  async () => {
    let today = FIRST_DAY
    const clerk = await signedIn('clerk@soan.example')
    const signatory = await signedIn('signatory@soan.example')
    const officer = await signedIn('case@board.example')
    const approver = await signedIn('approving@board.example')
    const customs = await signedIn('customs@customs.example')

    const queue = officer.page.locator('a[href^="/manufacturers/"][href$="/decision"]')
    expect(await officer.sees('/desk')).toContain('Soan E-Bikes')
    const decision = (await queue.first().getAttribute('href')) ?? ''
    await officer.sees(decision)
    await officer.sends({ kind: 'authorised' })
    const [, id = ''] = /manufacturers\/([^/]+)/.exec(decision) ?? []

    await approver.sees('/licences/grant')
    const granted = await approver.sends({
      manufacturer_id: id,
      programme: 'bicycles',
      kind: 'import_licence',
      quota: '800',
      valid_from: '2028-10-02',
      valid_until: '2030-06-30',
      reason: 'Authorised today.',
    })
    const [licence = ''] = /IL-\d{6}/.exec(granted) ?? []

    await clerk.sees('/models')
    expect(await clerk.sends({ name: 'Volt', brand: 'Soan', description: 'with a motor' })).toContain('Volt')
    await clerk.sees('/returns')
    const faulty = await workbook({ ...bicycleReturn({ ...YEAR, imported_value: 16_000 }), licence: [] })
    await clerk.sends({ return: 'bicycles/annual', return_period: '2027-28', file: faulty })
    const annotated = await clerk.page.locator('a[href*="/annotated"]').first().getAttribute('href')
    const copy = await clerk.page.request.get(`${service.address}${annotated}`)
    expect((await copy.body()).subarray(0, 2).toString()).toBe('PK')

    // 1 − 16,000 ÷ 20,000 = 20%, and the Act asks for 30% in the first year of a licence.
    await clerk.sees('/returns')
    const good = await workbook(bicycleReturn({ ...YEAR, imported_value: 16_000 }))
    expect(await clerk.sends({ return: 'bicycles/annual', return_period: '2027-28', file: good })).toContain('20')
    const version = clerk.path
    await signatory.sees(version)
    await signatory.sends({ second_factor: await service.codeFor('signatory@soan.example') })
    const [, returnId = ''] = /returns\/([^/]+)/.exec(version) ?? []

    await officer.sees(`/returns/${returnId}/review`)
    await officer.sends({ kind: 'accepted' })
    const determined = async (kind: string): Promise<string> => {
      await officer.sees(`/returns/${returnId}/assess`)
      await officer.sends({ as_of: today })
      const assessment = officer.path.split('/')[2] ?? ''
      await officer.sees(`/assessments/${assessment}/determinations`)
      await officer.sends({ offer: `${kind} {}`, reasons: 'As the return says.' })
      const [, number = ''] = /determinations\/([^/]+)/.exec(officer.path) ?? []
      await approver.sees(`/determinations/${number}/decide`)
      const preview = await approver.page.request.get(`${service.address}/api/determinations/${number}/preview`)
      expect((await preview.body()).subarray(0, 5).toString()).toBe('%PDF-')
      await approver.sends({ what: 'approve', second_factor: await service.codeFor('approving@board.example') })
      return number
    }
    const failure = await determined('failure')
    await officer.sees(`/determinations/${failure}/notice`)
    await officer.page.locator('form.act button[type="submit"]').click()
    expect(await officer.reads()).toContain('Not served yet')
    // The signatory acknowledges it, which is the proof that it was served.
    await signatory.sees('/inbox')
    await signatory.page.locator('form button.row-button').first().click()
    expect(await signatory.reads()).toContain('2 December 2028')
    const gate = async (): Promise<string> =>
      await customs.sees(`/gate?licence=${licence}&day=${today}&hs_line=87149100&units=10`)
    expect(await gate()).not.toMatch(/suspended/i)

    // Served on 2 October 2028: two months are up on 2 December.
    await service.passDays(62)
    today = '2028-12-03'
    await determined('sanction')
    expect(await gate()).toMatch(/suspended/i)
    expect(await signatory.sees('/desk')).toMatch(/suspended/i)

    const notice = await signatory.page.locator('a[href^="/notices/"]').first().getAttribute('href')
    await signatory.sees(notice ?? '')
    await signatory.sends({ words: 'The local frames are made since last week.' })
    await officer.sees(`${notice}/cure`)
    await officer.sends({ cured_on: today, words: 'Seen on site.' })
    await determined('restoration')
    expect(await gate()).not.toMatch(/suspended/i)
  },
  6 * MINUTES,
)

test(
  'the first half in Urdu: a faulty draft is put right, read, signed and reviewed',
  async () => {
    const clerk = await signedIn('clerk@chenab.example', 'ur')
    expect(await clerk.page.locator('html').getAttribute('dir')).toBe('rtl')
    await clerk.sees('/returns')
    const file = await workbook(bicycleReturn({ ...YEAR, licence_year: 2, imported_value: 11_000 }))
    await clerk.sends({ return: 'bicycles/annual', return_period: '2027-28', file })
    const version = clerk.path
    const signatory = await signedIn('signatory@chenab.example', 'ur')
    await signatory.sees(version)
    await signatory.sends({ second_factor: await service.codeFor('signatory@chenab.example') })
    const officer = await signedIn('case@board.example', 'ur')
    const [, id = ''] = /returns\/([^/]+)/.exec(version) ?? []
    await officer.sees(`/returns/${id}/review`)
    await officer.sends({ kind: 'accepted' })
  },
  3 * MINUTES,
)

test(
  'an amended return is filed without JavaScript',
  async () => {
    const clerk = await signedIn('clerk@indus.example', 'en', false)
    await clerk.sees('/returns')
    const file = await workbook(bicycleReturn({ ...YEAR, licence_year: 2, imported_value: 12_500 }))
    await clerk.sends({ return: 'bicycles/annual', return_period: '2027-28', file })
    const version = clerk.path
    const signatory = await signedIn('signatory@indus.example', 'en', false)
    await signatory.sees(version)
    await signatory.sends({ second_factor: await service.codeFor('signatory@indus.example') })
    expect(await signatory.sees(version)).toMatch(/filed/i)
  },
  3 * MINUTES,
)

test(
  'an accountant drafts for his client, whose signatory files it with a passkey, until the client ends it',
  async () => {
    const signatory = await signedIn('signatory@chenab.example')
    const device = await signatory.page.context().newCDPSession(signatory.page)
    await device.send('WebAuthn.enable')
    await device.send('WebAuthn.addVirtualAuthenticator', {
      options: {
        protocol: 'ctap2',
        transport: 'internal',
        hasResidentKey: true,
        hasUserVerification: true,
        isUserVerified: true,
        automaticPresenceSimulation: true,
      },
    })
    await signatory.sees('/account/passkeys')
    const adding = signatory.page.locator('form:has([name="act"][value="add"])')
    await adding.locator('[name="name"]').fill('phone')
    await adding.locator('[name="password"]').fill(service.password)
    await adding.locator('[name="code"]').fill(await service.codeFor('signatory@chenab.example'))
    await adding.locator('[data-passkey] button').click()
    await signatory.page.getByText('The passkey is yours').waitFor()
    await signatory.page.locator('form[action="/sign-out"] button').click()
    await signatory.sees('/sign-in')
    await signatory.page.locator('[data-passkey] button').click()
    await signatory.page.waitForURL('**/desk')

    const accountant = await signedIn('accountant@hisab.example')
    expect(accountant.path).toBe('/clients')
    expect(await accountant.reads()).toContain('Monthly production and trade return 2028-08')
    await accountant.page.locator('form:has([name="act"][value="act_for"]) button').click()
    await accountant.page.waitForURL('**/calendar')
    expect(await accountant.page.locator('.door').innerText()).toContain('Chenab Cycle Works')
    await accountant.sees('/returns')
    const file = await workbook(bicycleMonth('2028-08', 1500), 'monthly')
    await accountant.sends({ return: 'bicycles/monthly', return_period: '2028-08', file })
    const version = accountant.path
    expect(await accountant.reads()).not.toContain('second_factor')

    await signatory.sees(version)
    await signatory.page.locator('[data-passkey] button').click()
    await signatory.page.locator('[data-passkey]').waitFor({ state: 'detached' })
    await signatory.page.locator('[role="status"]').waitFor()
    expect(await signatory.sees(version)).toMatch(/filed/i)

    const head = await signedIn('administrator@chenab.example')
    await head.sees('/people/accountants')
    const ending = head.page.locator('details:has([name="act"][value="end"])').first()
    if ((await ending.getAttribute('open')) === null) await ending.locator('summary').click()
    await ending.locator('button').click()
    await head.page.waitForLoadState()
    expect(await head.reads()).toContain('nothing more can be done under it')
    expect(await accountant.sees(version)).toContain('Not allowed')
  },
  4 * MINUTES,
)

/** At least a paragraph, as the reasons of an order are. */
const REASONS =
  'The weights that were handed in are of frames that were made after the year, and what was filed for the year says that they were imported.'

test(
  'an appeal is heard and decided in Urdu, and the firm finds the order among its letters',
  async () => {
    // To the day of the hearing that the demonstration fixed.
    await service.passDays(14)
    const decider = await signedIn('appellate@board.example', 'ur')
    await decider.sees('/appeals')
    const appeal = await decider.page
      .locator('main tbody tr:last-child a[href^="/appeals/"]')
      .first()
      .getAttribute('href')
    await decider.sees(appeal ?? '')
    await decider.sends({ stay_kind: 'refused', stay_words: 'نوٹس سے لائسنس پر ابھی کوئی اثر نہیں پڑا۔' })
    await decider.sends({ hear_kind: 'held', hear_words: 'دونوں فریقوں کو سنا گیا۔' })
    await decider.sees(`${appeal}/order`)
    await decider.sends({ outcome: 'quashed', reasons: `${REASONS} ریکارڈ میں اس کا جواب نہیں۔` })
    // Signed from the keyboard alone.
    await decider.page.locator('[name="second_factor"]').focus()
    await decider.page.keyboard.type(await service.codeFor('appellate@board.example'))
    await decider.page.keyboard.press('Enter')
    await decider.page.waitForURL(`**${appeal}`)
    expect(await decider.reads()).toContain('کالعدم')
    const signatory = await signedIn('signatory@indus.example', 'ur')
    expect(await signatory.sees('/inbox')).toContain('اپیل پر حکم')
  },
  3 * MINUTES,
)

test(
  'an analyst loads a draft in Urdu, without a script, and finds who would fail in 2029 and why; one that does not check is sent back',
  async () => {
    const analyst = await signedIn('analyst@board.example', 'ur', false)
    await analyst.sees('/simulations')
    const broken = join(mkdtempSync(join(tmpdir(), 'maqami-draft-')), 'draft.yaml')
    writeFileSync(broken, 'draft: broken\nparts: { localisation: {} }\n')
    const refused = await analyst.sends({ draft: 'pk-medmp-2026 ', overlay: broken, facts: 'invented' })
    expect(refused).toContain('مسودہ جانچ میں درست نہیں نکلا')
    expect(refused).toContain("The programme has no part 'localisation'")
    rmSync(dirname(broken), { recursive: true })
    const made = await analyst.sends({ draft: 'pk-medmp-2026 2026-02', facts: 'invented' })
    expect(made).toContain('یہاں مسودے کی وجہ سے کسی کا طرزِ عمل نہیں بدلتا')
    const home = analyst.path
    await analyst.page.locator(`a[href="${home}/years/2028-29"]`).click()
    await analyst.page.locator(`a[href="${home}/years/2028-29?wanted=newly"]`).click()
    await analyst.page.locator(`main td a[href^="${home}/cases/"]`).first().click()
    // The target of the draft, and the clause that it stands under.
    expect(await analyst.reads()).toMatch(/35%/)
    await analyst.page.locator('a[href$="?law=release"]').click()
    expect(await analyst.reads()).toMatch(/25%/)
    const paper = await analyst.page.request.get(`${service.address}${home}/paper`)
    expect((await paper.body()).subarray(0, 5).toString()).toBe('%PDF-')
    const table = await (await analyst.page.request.get(`${service.address}${home}/firms.csv`)).text()
    expect(table.match(/,2028-29,/g)).toHaveLength(37)
  },
  3 * MINUTES,
)
