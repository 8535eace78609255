import { expect, test } from 'vitest'
import type { Role } from '../kernel/authority.ts'
import type { Actor } from '../kernel/transaction.ts'
import { sayWhoMay } from './say-who-may.ts'

const AUTHORITY = { sign: ['maker_signatory', 'case_officer', 'system'] } as const

function actor(role: Role, organization: string | undefined = 'o'): Actor {
  return { person: 'p', organization, role }
}
const DELEGATION = { id: 'd', through: 'a', commands: [] } as unknown as NonNullable<Actor['delegation']>

test.each([
  [actor('maker_clerk'), 'You act as: Clerk, who prepares.'],
  [actor('administrator'), 'You administer your organization'],
  [{ ...actor('public'), organization: undefined }, 'You act for no organization now.'],
  [{ ...actor('maker_clerk'), delegation: DELEGATION }, 'The firm for which you act has not let you'],
] as const)('%o learns whose it is, in words, and what to do', (who, sentence) => {
  const said = sayWhoMay(AUTHORITY, who, 'sign', 'en')
  expect(said).toContain(`This is for: Signatory or Case officer. ${sentence}`)
})

test('the same is said in Urdu, without the name of the command', () => {
  expect(sayWhoMay(AUTHORITY, actor('administrator'), 'sign', 'ur')).toMatch(
    /دستخط کنندہ یا کیس افسر۔ آپ اپنے ادارے کے منتظم ہیں/,
  )
})
