/** Finds what there is to be looked at in a service, and brings about what there is not. */
import { join } from 'node:path'
import type { APIRequestContext, Browser, Page } from 'playwright-core'
import { bicycleReturn, type Year } from '../src/demonstration/invented-makers.ts'
import { loadRelease } from '../src/policy-releases/load-release.ts'
import { WORKBOOK } from '../src/returns/return-doors.ts'
import { returnSchemaOf } from '../src/returns/release-schema.ts'
import { type FilledSheets, filledTemplate } from '../src/returns/write/fill-template.ts'
import { openWindow } from './browser-fixture.ts'
import type { Demonstration } from './demonstration-fixture.ts'
import { type Held, SCREENS } from './screens-fixture.ts'

interface Listed {
  readonly items: readonly {
    readonly id: string
    readonly number: string
    readonly versions: readonly { readonly version: number }[]
  }[]
}

/** As an officer finds it by the interface. */
export async function heldBy(request: APIRequestContext, address: string): Promise<Held> {
  const listed = async (what: string): Promise<Listed['items']> => {
    const answer = await request.get(`${address}/api/${what}`)
    return ((await answer.json()) as Listed).items
  }
  const idsOf = async (what: string): Promise<readonly string[]> => (await listed(what)).map(({ id }) => id)
  const returns = await listed('returns')
  const firms = await idsOf('manufacturers')
  const records = await Promise.all(firms.map(async (id) => await idsOf(`manufacturers/${id}/records`)))
  const assessments = await Promise.all(returns.map(async ({ id }) => await idsOf(`returns/${id}/assessments`)))
  const questions = await Promise.all(returns.map(async ({ id }) => await idsOf(`returns/${id}/questions`)))
  const models = await Promise.all(firms.map(async (id) => await idsOf(`manufacturers/${id}/models`)))
  const licences = (await listed('licences')).map(({ number }) => number)
  const draws = await Promise.all(licences.map(async (number) => await idsOf(`licences/${number}/draws`)))
  return {
    firms,
    models: models.flat(),
    records: records.flat(),
    tests: (await listed('tests')).map(({ number }) => number),
    attestations: await idsOf('attestations'),
    referrals: await idsOf('referrals'),
    licences,
    draws: draws.flat(),
    kits: await idsOf('gate/kits'),
    runs: await idsOf('assessment-runs'),
    dockets: await idsOf('dockets'),
    returns: returns.map(({ id, versions }) => ({ id, versions: versions.map(({ version }) => version) })),
    questions: questions.flat(),
    assessments: assessments.flat(),
    determinations: (await listed('determinations')).map(({ number }) => number),
    appeals: await idsOf('appeals'),
    budgets: (await listed('budgets')).map(({ number }) => number),
    payments: (await listed('payment-orders')).map(({ number }) => number),
    statements: (await listed('receipt-statements')).map(({ number }) => number),
    receipts: (await listed('receipts')).map(({ id }) => id),
    guarantees: (await listed('guarantees')).map(({ number }) => number),
    notices: await idsOf('notices'),
    releases: await idsOf('policy-releases'),
    simulations: await idsOf('simulations'),
  }
}

export async function letIn(request: APIRequestContext, service: Demonstration, email: string): Promise<void> {
  const post = async (path: string, data: unknown) =>
    await request.post(`${service.address}${path}`, { data, headers: { origin: service.address } })
  const answer = await post('/api/sign-in', { email, password: service.password })
  const { second_factor_needed } = (await answer.json()) as { readonly second_factor_needed?: boolean }
  const last =
    second_factor_needed === true
      ? await post('/api/sign-in/second-factor', { code: await service.codeFor(email) })
      : answer
  if (!last.ok()) throw new Error(`${email} was not let in: ${await last.text()}`)
}

export interface Shown {
  readonly route: string
  readonly address: string
}

/** The pages that a reader may see; one that reads as another that was found before is left out. */
export async function shownTo(
  request: APIRequestContext,
  service: Pick<Demonstration, 'address'>,
  held: Held,
  before: Set<string>,
): Promise<readonly Shown[]> {
  const shown: Shown[] = []
  for (const { route, of, isRefused = false } of SCREENS)
    for (const address of of(held)) {
      const answer = await request.get(`${service.address}${address}`, { headers: { accept: 'text/html' } })
      if (!answer.ok() && !isRefused) continue
      const [content = ''] = /<main.*<\/main>/s.exec(await answer.text()) ?? []
      // What is refused names the request, and the address that was asked for.
      const read = answer.ok() ? content : `${route} ${answer.status()}`
      if (before.has(read)) continue
      before.add(read)
      shown.push({ route, address })
    }
  return shown
}

/**
 * Brings about what the demonstration has not: a workbook that waits to be signed, a filed one that waits for review and is asked about, lines
 * that are being entered, and a draft that is held against the law.
 */
export async function addStates(browser: Browser, service: Demonstration): Promise<void> {
  const year = { begins: 2027, made: 3100, licence_year: 2 }
  await using chenab = await openWindow(browser, service.address, 'en', 1280)
  await letIn(chenab.page.request, service, 'clerk@chenab.example')
  await upload(chenab.page.request, service, bicycleReturn({ ...year, imported_value: 11_000 }))
  await enter(chenab.page.request, service)
  await using ravi = await openWindow(browser, service.address, 'en', 1280)
  await letIn(ravi.page.request, service, 'signatory@ravi.example')
  const id = await fileYear(ravi.page.request, service, 'signatory@ravi.example', { ...year, imported_value: 10_800 })
  await using officer = await openWindow(browser, service.address, 'en', 1280)
  await letIn(officer.page.request, service, 'case@board.example')
  const headers = { origin: service.address }
  const cell = { sheet: 'models', row: 3, column: 'imported_value' }
  const data = { cell, words: 'Which customs entries make up the imported part?', due_on: '2028-10-16' }
  const asked = await officer.page.request.post(`${service.address}/api/returns/${id}/questions`, { data, headers })
  if (!asked.ok()) throw new Error(await asked.text())
  await using analyst = await openWindow(browser, service.address, 'en', 1280)
  await letIn(analyst.page.request, service, 'analyst@board.example')
  const draft = { programme: 'pk-medmp-2026', draft: { draft: '2026-02' }, facts: 'invented' }
  const simulated = await analyst.page.request.post(`${service.address}/api/simulations`, { data: draft, headers })
  if (!simulated.ok()) throw new Error(await simulated.text())
}

/** The identifier of the return that a signatory has filed of 2027-28. */
export async function fileYear(
  request: APIRequestContext,
  service: Demonstration,
  email: string,
  year: Year,
): Promise<string> {
  const version = await upload(request, service, bicycleReturn(year))
  const { shown_hash } = (await (await request.get(`${version}/to-sign`)).json()) as { readonly shown_hash: string }
  const data = { shown_hash, second_factor: await service.codeFor(email) }
  const filed = await request.post(`${version}/filing`, { data, headers: { origin: service.address } })
  if (!filed.ok()) throw new Error(await filed.text())
  const [, id = ''] = /returns\/([^/]+)/.exec(version) ?? []
  return id
}

/** A line that is right, and one in which two things are wrong. */
async function enter(request: APIRequestContext, { address }: Demonstration): Promise<void> {
  const post = async (path: string, data: object, more: Readonly<Record<string, string>> = {}) => {
    const answer = await request.post(`${address}/api/${path}`, { data, headers: { origin: address, ...more } })
    if (!answer.ok()) throw new Error(await answer.text())
    return (await answer.json()) as { readonly return_id: string; readonly revision: number }
  }
  const about = { programme: 'bicycles', kind: 'annual', period: '2028-29' }
  const { return_id, revision } = await post('return-drafts', about)
  const sheets = bicycleReturn({ begins: 2028, made: 3100, licence_year: 3, imported_value: 9_000 })
  const [model] = sheets['models'] ?? []
  const wrong = { ...model, model: 'Velo', made: '12.5', first_sold_on: 'soon' }
  const lines = { return: 'bicycles', kind: 'annual', version: '1', sheets: { ...sheets, models: [model, wrong] } }
  await post(`returns/${return_id}/draft`, lines, { 'if-match': `"${revision}"` })
}

/** The address of the version that it became. */
async function upload(request: APIRequestContext, { address }: Demonstration, sheets: FilledSheets): Promise<string> {
  const release = await loadRelease(join(import.meta.dirname, '../../policy/bicycles'))
  const filled = await filledTemplate(returnSchemaOf(release), 'en', sheets).xlsx.writeBuffer()
  const answer = await request.post(
    `${address}/api/returns?programme=bicycles&kind=annual&period=2027-28&name=return.xlsx`,
    {
      data: Buffer.from(filled),
      headers: { origin: address, 'content-type': WORKBOOK },
    },
  )
  if (!answer.ok()) throw new Error(await answer.text())
  const { found, version } = (await answer.json()) as {
    readonly found: { readonly id: string }
    readonly version: number
  }
  return `${address}/api/returns/${found.id}/versions/${version}`
}

/** Sends the last form of the page with nothing in it, which is refused. False where there is none. */
export async function sendEmpty(page: Page): Promise<boolean> {
  const isThere = await page.evaluate(() => {
    const form = [...document.querySelectorAll<HTMLFormElement>('main form[method="post"]')].findLast(
      (one) => one.querySelector('textarea, input:not([type="hidden"])') !== null,
    )
    for (const control of form?.querySelectorAll<HTMLInputElement>('textarea, input:not([type="hidden"])') ?? []) {
      control.required = false
      if (control.type === 'radio') control.checked = false
      else control.value = ''
    }
    form?.querySelector('button')?.setAttribute('data-sends', 'nothing')
    return form !== undefined
  })
  if (!isThere) return false
  await page.locator('[data-sends]').click()
  await page.waitForLoadState()
  return true
}
