/** The pages on which officers work, walked through as a case goes: each for its role, in both languages. */
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import * as assessReturn from './assessments/filed/assess-return-page.tsx'
import * as assessment from './assessments/filed/assessment-page.tsx'
import { recorderContext } from './audit-log/recorder-context.ts'
import * as desk from './desks/desk-page.tsx'
import * as decideDetermination from './determinations/decide-determination-page.tsx'
import { lettersContext } from './determinations/letters-context.ts'
import * as prepareDetermination from './determinations/prepare-determination-page.tsx'
import { SERVERS } from './kernel/test-database-fixture.ts'
import type { Actor } from './kernel/transaction.ts'
import { gateContext } from './licences/gate-context.ts'
import * as draw from './licences/draw-page.tsx'
import * as gate from './licences/gate-page.tsx'
import * as grantLicence from './licences/grant-licence-page.tsx'
import { applyForRegistration } from './manufacturers/apply-for-registration.ts'
import * as decideRegistration from './manufacturers/decide-registration-page.tsx'
import * as recordCure from './notices/record-cure-page.tsx'
import * as issueNotice from './notices/issue-notice-page.tsx'
import * as noticePage from './notices/notice-page.tsx'
import * as serveNotice from './notices/serve-notice-page.tsx'
import { formBody, ORIGIN } from './pages/page-reader-fixture.ts'
import { builtFrom, servedPages } from './pages/pages-fixture.ts'
import { actorOf, organizationOf } from './people/actor-fixture.ts'
import { signatureContext } from './people/signature-context.ts'
import * as declineRelease from './policy-releases/decline-release-page.tsx'
import * as releases from './policy-releases/releases-page.tsx'
import { shelfContext } from './policy-releases/shelf-context.ts'
import * as effect from './simulations/effects/effect-page.tsx'
import * as effectOnReturn from './simulations/effects/effect-return-page.tsx'
import { PROBLEMS } from './problems.ts'
import { fileReturn, shownHash } from './returns/filing/file-return.ts'
import * as reviewReturn from './returns/filing/review-return-page.tsx'
import { uploadReturn } from './returns/filing/upload-return.ts'
import { threadAuthority } from './thread.ts'
import { bicycles, done, openThread, propose, publish, type TestThread, workbook } from './thread-fixture.ts'

const PAGES = builtFrom({
  desk,
  releases,
  'releases/:id/decline': declineRelease,
  'releases/:id/effect': effect,
  'releases/:id/effect/:return': effectOnReturn,
  gate,
  'gate/draws/:id': draw,
  'licences/grant': grantLicence,
  'manufacturers/:id/decision': decideRegistration,
  'returns/:id/review': reviewReturn,
  'returns/:id/assess': assessReturn,
  'assessments/:id': assessment,
  'assessments/:id/determinations': prepareDetermination,
  'determinations/:number/decide': decideDetermination,
  'determinations/:number/notice': issueNotice,
  'notices/:id': noticePage,
  'notices/:id/service': serveNotice,
  'notices/:id/cure': recordCure,
})

type Role = 'case' | 'approving' | 'customs' | 'policy' | 'clerk' | 'both'
const CODE = '123456'
/** What somebody wrote, and the words of the law, stand as they were written. */
const QUOTED = /<(blockquote|p) class="(?:quotation|passage)".*?<\/\1>/gs
const [server] = SERVERS

describe('the pages of officers', () => {
  let thread: TestThread
  let service: ReturnType<typeof servedPages>
  let clerk: Actor
  let signatory: Actor
  let maker: string
  beforeAll(async () => {
    if (server === undefined) throw new Error('no server runs')
    thread = await openThread(server)
    await publish(thread, 'bicycles')
    maker = await organizationOf(thread.made.database, 'manufacturer', 'Ravi Cycles')
    clerk = await actorOf(thread.made.database, 'maker_clerk', { id: maker, kind: 'manufacturer' })
    signatory = await actorOf(thread.made.database, 'maker_signatory', { id: maker, kind: 'manufacturer' })
    const { caseOfficer, approvingOfficer, customsOfficer, policyOfficer } = thread
    service = servedPages(PAGES, {
      authority: threadAuthority,
      problems: PROBLEMS,
      actors: new Map<string, Actor>([
        ['case', caseOfficer],
        ['approving', approvingOfficer],
        ['customs', customsOfficer],
        ['policy', policyOfficer],
        ['clerk', clerk],
        // The same person with another role: who prepared must not approve.
        ['both', { ...caseOfficer, role: 'approving_officer' }],
      ]),
      contexts: new Map<never, unknown>([
        [recorderContext as never, thread.recorder],
        [shelfContext as never, thread.shelf],
        [lettersContext as never, thread.letters],
        [gateContext as never, { sign: async () => await Promise.resolve('signed-text') }],
        [
          signatureContext as never,
          async (_: Actor, code: string) =>
            await Promise.resolve(code === CODE ? { done: true } : { refused: { code: 'code_wrong' } }),
        ],
      ]),
    })
  })
  afterAll(async () => {
    await thread.made.drop()
  })

  async function see(url: string, role: Role, language = 'en') {
    const headers = { authorization: role, cookie: `maqami_language=${language}` }
    const { statusCode, body } = await service.server.inject({ url, headers })
    return { status: statusCode, body, text: textOf(body) }
  }
  async function send(
    url: string,
    role: Role,
    form: Readonly<Record<string, string>>,
    files?: Readonly<Record<string, Buffer>>,
  ) {
    const { body, type } = await formBody(form, files)
    const headers = { ...ORIGIN, authorization: role, 'content-type': type, cookie: 'maqami_language=en' }
    const answer = await service.server.inject({ method: 'POST', url, headers, payload: body })
    expect(service.faults).toEqual([])
    return {
      status: answer.statusCode,
      to: String(answer.headers.location),
      body: answer.body,
      text: textOf(answer.body),
    }
  }
  /** It is all there in Urdu, from the right, and nobody but this role is let in. */
  async function isOf(url: string, role: Role, wrong: Role): Promise<void> {
    expect((await see(url, wrong)).status).toBe(403)
    const urdu = await see(url, role, 'ur')
    expect([urdu.status, /<html lang="ur" dir="rtl">/.test(urdu.body)]).toEqual([200, true])
    const own = textOf(urdu.body.replaceAll(QUOTED, '').replaceAll('the Bicycle Manufacture Act', ''))
    expect(/(?:[A-Za-z]{2,} ){2}[A-Za-z]{2,}/.exec(own)).toBeNull()
  }

  async function filed(imported: number): Promise<string> {
    const { recorder, shelf } = thread
    const bytes = await workbook('bicycles', bicycles(imported))
    const upload = { programme: 'bicycles', kind: 'annual', period: '2026-27', name: 'return.xlsx', bytes }
    const { found, version } = done(await uploadReturn(recorder, shelf, clerk, upload))
    const shown_hash = (await shownHash(recorder, signatory, found.id, version)) ?? ''
    const input = { id: found.id, version, shown_hash }
    done(await fileReturn(recorder, shelf, signatory, input, async () => await Promise.resolve({ done: true })))
    return found.id
  }

  test('an application is refused only with reasons, and authorised', async () => {
    const applied = { name: 'Ravi Cycles', registration_number: 'K-1001', address: '7 Canal Road, Faisalabad' }
    done(await applyForRegistration(thread.recorder, signatory, applied))
    thread.on('2026-07-10')
    const queue = await see('/desk', 'case')
    expect(queue.text).toContain('Decide an application for registration Ravi Cycles 9 days, since 1 July 2026')
    const url = `/manufacturers/${maker}/decision`
    expect(queue.body).toContain(`href="${url}"`)
    await isOf(url, 'case', 'approving')
    const without = await send(url, 'case', { kind: 'refused', reason: ' ' })
    expect(without.status).toBe(422)
    expect(without.body).toMatch(/<a href="#reason">Nothing is written here/)
    expect(without.body).toMatch(/<input[^>]*checked=""[^>]*value="refused"|<input[^>]*value="refused"[^>]*checked=""/)
    expect((await send(url, 'case', { reason: 'as seen' })).text).toContain('Nothing is chosen.')
    expect((await send(url, 'approving', { kind: 'authorised' })).status).toBe(403)
    expect(await send(url, 'case', { kind: 'authorised', reason: '' })).toMatchObject({ status: 303, to: url })
    expect((await see(url, 'case')).text).toContain('This application has been decided.')
    expect((await send(url, 'case', { kind: 'authorised' })).status).toBe(409)
    expect((await see('/desk', 'case')).text).toContain('Nothing waits.')
    expect((await see('/manufacturers/none/decision', 'case')).status).toBe(404)
  })

  const LICENCE = {
    programme: 'bicycles',
    kind: 'import_licence',
    quota: '1000',
    valid_from: '2026-07-15',
    valid_until: '2029-06-30',
    reason: 'Capacity seen.',
  }

  test('a licence is granted, and what was typed stays when it is refused', async () => {
    await isOf('/licences/grant', 'approving', 'case')
    const form = { ...LICENCE, manufacturer_id: maker }
    const ends = await send('/licences/grant', 'approving', { ...form, valid_until: '2026-07-14' })
    expect([ends.status, ends.body.includes('<a href="#valid_until">')]).toEqual([422, true])
    expect(ends.body).toMatch(/id="quota"[^>]* value="1000"/)
    expect(ends.body).toContain('Capacity seen.</textarea>')
    const noDay = await send('/licences/grant', 'approving', { ...form, valid_from: '2026-02-30' })
    expect(noDay.text).toContain("'2026-02-30' is no day of the calendar")
    expect((await send('/licences/grant', 'approving', { ...form, quota: 'many' })).status).toBe(422)
    const granted = await send('/licences/grant', 'approving', form)
    expect(granted).toMatchObject({ status: 303, to: '/licences/grant?granted=IL-000001' })
  })

  test('customs asks the gate, books an import once, and officers only ask', async () => {
    thread.on('2026-08-02')
    await isOf('/gate', 'customs', 'clerk')
    const asked = '/gate?licence=IL-000001&day=2026-08-01&hs_line=87149100&units=600'
    const answer = await see(asked, 'customs')
    expect(answer.text).toContain('May be imported')
    expect(answer.text).toContain('signed-text')
    expect((await see(asked, 'case')).text).not.toContain('Book the import')
    const entry = { licence: 'IL-000001', day: '2026-08-01', hs_line: '87149100', units: '600', entry: 'KHI-1' }
    const booked = await send(asked, 'customs', entry)
    expect(booked).toMatchObject({ status: 303, to: expect.stringMatching(/^\/gate\/draws\/[\w-]{36}$/) as string })
    // 1,000 less 600 leave 400.
    const after = await see(asked, 'customs')
    expect(after.text).toContain('May not be imported')
    expect(after.text).toContain('Left on the quota 400')
    const again = await send('/gate?licence=IL-000001&day=2026-08-01&hs_line=87149100&units=1', 'customs', {
      ...entry,
      units: '1',
    })
    expect([again.status, again.body.includes('<a href="#entry">')]).toEqual([409, true])
    expect((await see('/gate?licence=IL-999999&day=2026-08-01&hs_line=87149100&units=1', 'customs')).body).toContain(
      'href="#licence"',
    )
    expect((await see('/gate?licence=IL-000001&day=soon&hs_line=87149100&units=1', 'customs')).body).toContain(
      'href="#day"',
    )
    expect((await send(asked, 'case', entry)).status).toBe(403)
    // What was booked is taken back with a reason, and booked anew in its place.
    const booking = booked.to ?? ''
    expect((await see(booking, 'case')).text).not.toContain('Take the booking back')
    expect((await send(booking, 'customs', { reason: '' })).status).toBe(422)
    expect(await send(booking, 'customs', { reason: 'A digit too many.' })).toMatchObject({ status: 303, to: booking })
    const shown = await see(booking, 'clerk')
    expect(shown.text).toContain('A digit too many.')
    expect((await send(booking, 'customs', { reason: 'Once more.' })).status).toBe(409)
    const anew = /href="(\/gate\?[^"]*replaces=[^"]*)"/.exec((await see(booking, 'customs')).body)?.[1] ?? ''
    expect((await see(anew.replaceAll('&amp;', '&'), 'customs')).text).toContain('in the place of a booking')
    const replaces = booking.split('/').at(-1) ?? ''
    expect((await send(asked, 'customs', { ...entry, units: '60', replaces })).status).toBe(303)
    expect((await see(asked, 'customs')).text).toContain('Left on the quota 940')
  })

  let returnId = ''
  test('a return is reviewed: sent back only with reasons, accepted, and then to be assessed', async () => {
    thread.on('2027-07-10')
    // 1 − 16,000 ÷ 20,000 = 20%, and the Act asks for 30%.
    returnId = await filed(16_000)
    const url = `/returns/${returnId}/review`
    expect((await see('/desk', 'case')).body).toContain(`href="${url}"`)
    await isOf(url, 'case', 'approving')
    expect((await see(url, 'case')).body).toContain(`href="/returns/${returnId}/questions"`)
    const refused = await send(url, 'case', { kind: 'sent_back', reason: '' })
    expect(refused.body).toContain('<a href="#reason">')
    expect(await send(url, 'case', { kind: 'accepted', reason: '' })).toMatchObject({ status: 303, to: url })
    expect((await see(url, 'case')).body).toContain(`href="/returns/${returnId}/assess"`)
    expect((await see('/desk', 'case')).body).toContain(`href="/returns/${returnId}/assess"`)
  })

  test('a return is assessed on a day that has come, and every finding says why', async () => {
    const url = `/returns/${returnId}/assess`
    await isOf(url, 'case', 'approving')
    const ahead = await send(url, 'case', { as_of: '2027-07-11' })
    expect([ahead.status, ahead.body.includes('<a href="#as_of">')]).toEqual([422, true])
    expect(ahead.body).toMatch(/id="as_of"[^>]* value="2027-07-11"/)
    const { status, to } = await send(url, 'case', { as_of: '2027-07-10' })
    expect(status).toBe(303)
    await isOf(to, 'approving', 'clerk')
    const { body, text } = await see(to, 'case')
    expect(text).toContain('Not met: 1 of')
    expect(body).toContain('id="why-localization_requirement"')
    expect(body).toContain(`href="${to}/determinations"`)
    expect((await see(to, 'approving')).body).not.toContain('/determinations"')
    expect(body).toContain(`href="/returns/${returnId}/versions/1/advice"`)
    expect((await see('/desk', 'case')).body).toContain(`href="${to}/determinations"`)
  })

  async function assessed(as_of: string): Promise<string> {
    return (await send(`/returns/${returnId}/assess`, 'case', { as_of })).to
  }
  async function prepared(as_of: string, kind: string): Promise<string> {
    const url = `${await assessed(as_of)}/determinations`
    const { status, to, text } = await send(url, 'case', { offer: `${kind} {}`, reasons: 'As the return says.' })
    if (status !== 303) throw new Error(text)
    return to
  }
  async function approved(as_of: string, kind: string): Promise<string> {
    const url = await prepared(as_of, kind)
    expect(await approve(url, 'approving', CODE)).toMatchObject({ status: 303, to: url })
    return url
  }
  async function approve(url: string, role: Role, second_factor: string) {
    const [, shown_hash = ''] = /name="shown_hash" value="([^"]+)"/.exec((await see(url, 'approving')).body) ?? []
    return await send(url, role, { what: 'approve', shown_hash, second_factor })
  }

  test('who prepared a determination withdraws it with the reason, and then another can be prepared', async () => {
    const url = await prepared('2027-07-10', 'failure')
    expect((await see(url, 'case')).text).toContain('Until then you may withdraw it.')
    expect((await see(url, 'approving')).body).not.toContain('value="withdraw"')
    expect((await send(url, 'approving', { what: 'withdraw', reason: 'x' })).status).toBe(403)
    expect((await send(url, 'case', { what: 'withdraw', reason: '' })).status).toBe(422)
    expect(await send(url, 'case', { what: 'withdraw', reason: 'The wrong year.' })).toMatchObject({
      status: 303,
      to: url,
    })
    const { text } = await see(url, 'approving')
    expect(text).toContain('Withdrawn')
    expect(text).toContain('The wrong year.')
    expect((await approve(url, 'approving', CODE)).status).not.toBe(303)
    expect((await see('/desk', 'approving')).body).not.toContain(url)
    expect((await see(url, 'approving', 'ur')).text).toContain('واپس لیا گیا')
  })

  let failure = ''
  test('only what was found is offered, and another officer than the one who prepared it decides', async () => {
    const url = `${await assessed('2027-07-10')}/determinations`
    await isOf(url, 'case', 'approving')
    const { text, body } = await see(url, 'case')
    expect(text).toContain('Determination of failure')
    expect(body).not.toContain('value="sanction')
    const unreasoned = await send(url, 'case', { offer: 'failure {}', reasons: '' })
    expect([unreasoned.status, unreasoned.body.includes('<a href="#reasons">')]).toEqual([422, true])
    expect((await send(url, 'case', { offer: 'sanction {}', reasons: 'x' })).status).toBe(409)
    expect((await send(url, 'case', { offer: 'failure ]', reasons: 'x' })).status).toBe(422)
    failure = (await send(url, 'case', { offer: 'failure {}', reasons: 'As the return says.' })).to
    await isOf(failure, 'approving', 'clerk')
    expect((await see(failure, 'case')).text).toContain('You prepared this determination')
    expect((await see(failure, 'both')).body).not.toContain('name="second_factor"')
    expect((await approve(failure, 'both', CODE)).status).toBe(403)
    expect((await approve(failure, 'case', CODE)).status).toBe(403)
    expect((await send(failure, 'case', { what: 'send_back', reason: 'x' })).status).toBe(403)
    expect((await see('/desk', 'both')).body).not.toContain(failure)
    expect((await see('/desk', 'approving')).body).toContain(`href="${failure}"`)
  })

  test('a determination is sent back with reasons, or approved with the second factor over what was shown', async () => {
    const back = await send(failure, 'approving', { what: 'send_back', reason: '' })
    expect([back.status, back.body.includes('<a href="#reason">')]).toEqual([422, true])
    const wrong = await approve(failure, 'approving', '000000')
    expect([wrong.status, wrong.body.includes('<a href="#second_factor">')]).toEqual([401, true])
    expect(wrong.body).not.toContain('000000')
    const other = { what: 'approve', shown_hash: `sha256:${'0'.repeat(64)}`, second_factor: CODE }
    expect((await send(failure, 'approving', other)).status).toBe(409)
    expect(await send(failure, 'approving', { what: 'send_back', reason: 'Name the model.' })).toMatchObject({
      status: 303,
    })
    const { text } = await see(failure, 'case')
    expect(text).toContain('Sent back')
    expect(text).toContain('Name the model.')
    failure = await approved('2027-07-10', 'failure')
    expect((await see(failure, 'approving')).text).toContain('Approved')
  })

  let notice = ''
  test('notice says before it is issued until when the failure may be cured, and no time runs without proof of service', async () => {
    const url = failure.replace('/decide', '/notice')
    expect((await see('/desk', 'case')).body).toContain(`href="${url}"`)
    await isOf(url, 'case', 'approving')
    // Two months from 10 July.
    expect((await see(url, 'case')).text).toContain('the last day to cure is 10 September 2027')
    const answer = { answer_length: '15', answer_counted_in: 'working_days' }
    const issued = await send(url, 'case', answer)
    expect(issued.status).toBe(303)
    notice = issued.to
    expect((await send(url, 'case', answer)).status).toBe(409)
    expect((await see(url, 'case')).text).toContain('This notice has been issued.')
    expect((await see('/determinations/D-999999/notice', 'case')).status).toBe(409)
    const handed = { means: 'by_hand', served_on: '2027-07-10', words: 'Signed for at the gate.' }
    const slip = { file: Buffer.from('received') }
    expect((await send(`${notice}/service`, 'case', handed, slip)).to).toBe(notice)
    expect((await see(notice, 'case')).text).toContain('10 September 2027')
  })

  test('when the time to cure is over the sanction is due, and after a cure the restoration', async () => {
    thread.on('2027-09-10')
    // The same return has an amount due to the firm, of which its failure says nothing.
    expect((await see('/desk', 'case')).text).toContain('Prepare a determination')
    await approved('2027-07-10', 'entitlement')
    expect((await see('/desk', 'case')).text).toContain('Nothing waits.')
    thread.on('2027-09-11')
    expect((await see('/desk', 'case')).text).toContain('Determine the sanction: not cured in time')
    const offers = `${await assessed('2027-09-11')}/determinations`
    expect((await see(offers, 'case')).text).toContain('Decide less than computed: Determination of sanction')
    const less = { offer: 'sanction {}', offer_0: 'sanction {}', reasons: 'As the return says.' }
    // What is due has no part in it: the sanction is the offer before.
    const lessening = (amount: string, reasons: string) =>
      send(offers, 'case', { ...less, less_0_penalty_amount: amount, less_0_penalty_reasons: reasons })
    expect((await lessening('4000', '')).body).toContain('<a href="#less_0_penalty_reasons">')
    expect((await lessening('4,000', 'x')).body).toContain('<a href="#less_0_penalty_amount">')
    expect((await lessening('10001', 'x')).text).toContain('more is never decided')
    const lesser = await lessening('4000', 'A first failure.')
    const seen = (await see(lesser.to, 'approving')).text.replaceAll(/[\u2066-\u2069]/g, '')
    expect(seen).toContain('Imposed PKR 4,000')
    expect(seen).toContain(
      'Less was decided than the law would give, which is PKR 10,000, from 11 September 2027. The reasons: A first failure.',
    )
    expect((await send(lesser.to, 'case', { what: 'withdraw', reason: 'As computed.' })).status).toBe(303)
    const sanction = await prepared('2027-09-11', 'sanction')
    expect((await see(sanction, 'approving')).text).toContain('The sanction falls on Ravi Cycles')
    expect((await approve(sanction, 'approving', CODE)).status).toBe(303)
    expect((await see('/gate?licence=IL-000001&day=2027-09-11&hs_line=87149100&units=1', 'customs')).text).toContain(
      'IL-000001 is suspended on 11 September 2027.',
    )
    const cure = `${notice}/cure`
    thread.on('2027-10-01')
    await isOf(cure, 'case', 'approving')
    const early = await send(cure, 'case', { cured_on: '2027-07-09', words: 'Seen on site.' })
    expect([early.status, early.body.includes('<a href="#cured_on">')]).toEqual([422, true])
    expect(early.body).toContain('Seen on site.</textarea>')
    expect(await send(cure, 'case', { cured_on: '2027-09-28', words: 'Seen on site.' })).toMatchObject({ status: 303 })
    expect((await see(cure, 'case')).text).toContain('Cured on 28 September 2027')
    expect((await see('/desk', 'case')).text).toContain('Determine the restoration: cured')
    await approved('2027-10-01', 'restoration')
    expect((await see('/desk', 'case')).text).toContain('Nothing waits.')
    expect((await see('/gate?licence=IL-000001&day=2027-10-01&hs_line=87149100&units=1', 'customs')).text).toContain(
      'May be imported',
    )
  })

  test('a release is seen by everybody, and approved by another officer than the one who proposed it', async () => {
    const id = await propose(thread, 'bicycles', '2028-07-01')
    const own = await see('/releases', 'policy')
    expect(own.text).toContain('You proposed this release')
    expect(own.body).not.toContain('name="release"')
    expect((await see('/releases', 'clerk')).text).not.toContain('policy_officer')
    expect((await send('/releases', 'policy', { release: id })).status).toBe(403)
    expect((await send('/releases', 'case', { release: id })).status).toBe(403)
    expect((await send('/releases', 'approving', { release: 'none' })).status).toBe(422)
    expect((await see('/desk', 'approving')).text).toContain('Approve or decline a release of the law')
    const urdu = await see('/releases', 'approving', 'ur')
    expect(urdu.body).toContain('dir="rtl"')
    // There is a law before it, so what it changes is shown first.
    const url = `/releases/${id}/effect`
    expect((await see('/releases', 'approving')).body).toContain(`href="${url}"`)
    expect((await send('/releases', 'approving', { release: id })).status).toBe(409)
    await isOf(url, 'approving', 'clerk')
    expect((await see(url, 'policy')).text).toContain('has not been computed yet')
    expect((await send(url, 'case', { act: 'compute' })).status).toBe(403)
    expect((await send(url, 'policy', { act: 'compute' })).to).toBe(url)
    expect((await see(url, 'policy')).body).not.toContain('name="effect_hash"')
    const shown = await see(url, 'approving')
    expect(shown.text).toContain('It changes something in 0 of 1 return')
    expect(shown.text).toContain('Ravi Cycles')
    const one = await see(`${url}/${returnId}`, 'approving')
    expect(one.text).toContain('Nothing changes')
    expect(one.body).toContain('id="why-localization_requirement"')
    expect((await see(`${url}/${returnId}?law=base`, 'case', 'ur')).body).toContain('dir="rtl"')
    const [, effect_hash = ''] = /name="effect_hash" value="([^"]+)"/.exec(shown.body) ?? []
    const other = `sha256:${'0'.repeat(64)}`
    expect((await send(url, 'approving', { act: 'approve', effect_hash: other })).status).toBe(409)
    expect((await send(url, 'approving', { act: 'approve', effect_hash })).to).toBe('/releases')
    const listed = await see('/releases', 'approving')
    expect(listed.text).toContain('Approved, not in force yet')
    // What was shown before the approval is found again; whoever is no officer is not sent where he may not go.
    expect(listed.body).toContain(`href="${url}"`)
    expect((await see('/releases', 'clerk')).body).not.toContain(`href="${url}"`)
  })

  test('a release that should not come is declined with the reason by another officer, and the law stays as it is', async () => {
    const id = await propose(thread, 'bicycles', '2029-07-01')
    const url = `/releases/${id}/decline`
    expect((await see('/releases', 'approving')).body).toContain(`href="${url}"`)
    await isOf(url, 'approving', 'clerk')
    expect((await send(url, 'case', { what: 'decline', reason: 'x' })).status).toBe(403)
    expect((await send(url, 'policy', { what: 'decline', reason: 'x' })).status).toBe(403)
    expect((await send(url, 'approving', { what: 'decline', reason: '' })).status).toBe(422)
    expect(await send(url, 'approving', { what: 'decline', reason: 'Clause 4 is missing.' })).toMatchObject({
      status: 303,
      to: '/releases',
    })
    const shown = (await see('/releases', 'policy')).text
    expect(shown).toContain('Declined and withdrawn')
    expect(shown).toContain('Clause 4 is missing.')
    expect((await see('/releases', 'clerk')).text).not.toContain('Clause 4')
    expect((await see(url, 'approving')).text).toContain('It has been decided already: Declined')
    expect((await see('/desk', 'approving')).text).not.toContain('Approve or decline a release')
    expect((await send('/releases', 'approving', { release: id })).status).toBe(409)
    expect((await send(url, 'policy', { what: 'withdraw', reason: 'x' })).status).toBe(409)
  })

  test('who proposed a release withdraws it, and nobody else', async () => {
    const id = await propose(thread, 'bicycles', '2029-07-01')
    const url = `/releases/${id}/decline`
    expect((await see('/releases', 'policy')).body).toContain(`href="${url}"`)
    expect((await see(url, 'policy')).text).toContain('Withdraw this release')
    expect(await send(url, 'policy', { what: 'withdraw', reason: 'The wrong files.' })).toMatchObject({
      to: '/releases',
    })
    expect((await see('/releases', 'approving')).text).toContain('Withdrawn')
    expect((await send('/releases', 'approving', { release: id })).status).toBe(409)
  })
})

/** What is read in the content of a page. */
function textOf(body: string): string {
  const [, content = ''] = /<main[^>]*>(.*)<\/main>/s.exec(body) ?? []
  return content
    .replaceAll(/<!-- -->/g, '')
    .replaceAll(/<code[^>]*>.*?<\/code>/g, ' signed-text ')
    .replaceAll(/<[^>]+>/g, ' ')
    .replaceAll('&#x27;', "'")
    .replaceAll(/\s+/g, ' ')
}
