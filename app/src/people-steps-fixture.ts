/** What the examples of the interface ask about people, keys and accountants, in the midst of the others. */
import type { Step } from './api-steps-fixture.ts'

export const PEOPLE_STEPS: readonly Step[] = [
  { role: 'maker_administrator', asks: 'GET /api/people', as: 'people' },
  {
    role: 'maker_administrator',
    asks: 'POST /api/people/role',
    body: { membership: '{people.members.1.id}', role: 'maker_signatory' },
  },
  { role: 'maker_administrator', asks: 'GET /api/people/sign-ins' },
  {
    role: 'maker_administrator',
    asks: 'POST /api/people/sessions/end',
    body: { membership: '{people.members.0.id}' },
  },
  {
    role: 'maker_administrator',
    asks: 'POST /api/keys',
    body: { name: 'bookkeeping', role: 'maker_clerk' },
    as: 'key',
  },
  { role: 'maker_administrator', asks: 'GET /api/keys' },
  {
    role: 'maker_administrator',
    asks: 'POST /api/second-factor-recoveries',
    body: { email: '{people.members.1.email}' },
    as: 'recovering',
  },
  { role: 'maker_administrator', asks: 'GET /api/second-factor-recoveries' },
  {
    role: 'maker_administrator',
    asks: 'POST /api/second-factor-recoveries/stop',
    body: { recovery: '{recovering.recovery}' },
  },
  { role: 'maker_administrator', asks: 'GET /api/delegations', as: 'choice' },
  {
    role: 'maker_administrator',
    asks: 'POST /api/delegations',
    body: { accountant: '{choice.accountants.0.id}', powers: ['returns'], days: 90 },
    as: 'given',
  },
  { role: 'accountant', asks: 'GET /api/clients' },
  { role: 'maker_administrator', asks: 'POST /api/delegations/end', body: { delegation: '{given.delegation}' } },
]
