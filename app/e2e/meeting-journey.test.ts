/** What steering is for, in a browser: what a meeting agreed reminds whoever is to do it. */
import type { Browser } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { openBrowser } from './browser-fixture.ts'
import { type Demonstration, startDemonstration } from './demonstration-fixture.ts'
import { Person } from './person-fixture.ts'

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

test(
  'an officer records a meeting without a script, and its action reminds its owner and is done',
  async () => {
    const signIn = async (email: string, language: 'en' | 'ur') =>
      await Person.signedIn(browser, service, { email, language, hasScripts: false })
    const officer = await signIn('case@board.example', 'en')
    await officer.sees('/meetings/new')
    await officer.sends({
      title: 'Fourth steering meeting',
      held_on: '2028-10-01',
      place: 'Room 4',
      agenda: 'Forks',
      attendance: 'Association of Makers | Its president',
    })
    const meeting = officer.path
    await officer.sees(`${meeting}/decision`)
    expect(await officer.sends({ item: '1', words: 'Forks are next.' })).toContain('Forks are next.')
    await officer.sees(`${meeting}/action`)
    const choices = officer.page.locator('[name="owner_id"] option', { hasText: 'Parveen Akhtar' })
    const owner_id = (await choices.first().getAttribute('value')) ?? ''
    await officer.sends({ item: '1', words: 'Visit three makers of forks.', owner_id, due_on: '2028-10-20' })
    const mail = async () => (await service.mailTo('policy@board.example')).join('\n')
    expect(await mail()).not.toContain('Visit three makers')
    await service.passDays(13)
    // 15 October: the step of seven days.
    await expect.poll(mail, { timeout: MINUTES / 2 }).toContain('Visit three makers')
    const policyOfficer = await signIn('policy@board.example', 'ur')
    await policyOfficer.sees(meeting)
    await policyOfficer.page.locator('a[href*="/done?action="]').click()
    expect(await policyOfficer.sends({ words: 'تین کارخانے دیکھے گئے۔' })).toContain('تین کارخانے دیکھے گئے۔')
    expect(await policyOfficer.sees('/meetings')).not.toContain('Visit three makers')
  },
  4 * MINUTES,
)
