/** A page on which several things are done asks the table of authority for each of them. */
import { expect, test } from 'vitest'
import * as accountants from './people/accountants-page.tsx'
import * as decide from './determinations/decide-determination-page.tsx'
import type { Actor } from './kernel/transaction.ts'
import { builtFrom, servedPages } from './pages/pages-fixture.ts'
import * as account from './people/account-page.tsx'
import * as keys from './people/keys-page.tsx'
import * as recoveries from './people/recoveries-page.tsx'
import * as organizations from './people/organizations-page.tsx'
import * as passkeys from './people/passkeys-page.tsx'
import * as people from './people/people-page.tsx'
import * as secondFactor from './people/second-factor-page.tsx'
import * as decline from './policy-releases/decline-release-page.tsx'
import * as event from './successions/event-page.tsx'
import * as webhook from './webhooks/webhook-page.tsx'

const OFFICER: Actor = { person: 'somebody', organization: undefined, role: 'policy_officer' }
const ORIGIN = { host: 'maqami.example', origin: 'https://maqami.example' }
const ID = '00000000-0000-4000-8000-000000000000'

const PAGES = {
  people: [
    people,
    [
      'act',
      {
        invite: 'invite_person',
        withdraw: 'withdraw_invitation',
        change: 'change_role',
        end: 'end_membership',
        end_sessions: 'end_sessions_of',
      },
    ],
  ],
  'people/keys': [keys, ['act', { issue: 'issue_api_key', revoke: 'revoke_api_key' }]],
  account: [
    account,
    [
      'act',
      {
        act_for: 'act_for',
        end_session: 'end_sessions',
        end_others: 'end_sessions',
        choose_letters: 'choose_letters',
      },
    ],
  ],
  'account/passkeys': [passkeys, ['act', { add: 'add_passkey', remove: 'remove_passkey' }]],
  organizations: [organizations, ['act', { register: 'register_organization', invite: 'invite_person' }]],
  'people/recoveries': [recoveries, ['act', { open: 'open_recovery', stop: 'stop_recovery' }]],
  'people/accountants': [accountants, ['act', { give: 'give_delegation', end: 'end_delegation' }]],
  'account/second-factor': [
    secondFactor,
    ['act', { begin: 'begin_second_factor', confirm: 'set_up_second_factor', remove: 'remove_second_factor' }],
  ],
  [`webhooks/${ID}`]: [
    webhook,
    ['act', { end: 'end_webhook', switch_on: 'switch_on_webhook', redeliver: 'redeliver_event' }],
  ],
  [`releases/${ID}/decline`]: [decline, ['what', { decline: 'decline_release', withdraw: 'withdraw_release' }]],
  [`firm-events/${ID}`]: [
    event,
    ['kind', { approved: 'approve_firm_event', declined: 'decline_firm_event', withdrawn: 'withdraw_firm_event' }],
  ],
  'determinations/D-000001/decide': [
    decide,
    [
      'what',
      {
        approve: 'approve_determination',
        send_back: 'send_back_determination',
        withdraw: 'withdraw_determination',
      },
    ],
  ],
} as const

const ACTS = Object.entries(PAGES).flatMap(([path, [page, [name, commands]]]) =>
  Object.entries(commands).map(([act, command]) => ({ path, page, name, act, command, all: Object.values(commands) })),
)

test.each(ACTS)(
  '$act at /$path is $command, and nobody else does it',
  async ({ path, page, name, act, command, all }) => {
    const address = path.replace(ID, ':id').replace('D-000001', ':number')
    const allowed = [page.handle.see, page.handle.act, ...all].map((one) => [one, ['policy_officer']] as const)
    const authority = { ...Object.fromEntries(allowed), [command]: ['administrator'] } as const
    const { server } = servedPages(builtFrom({ [address]: page }), {
      authority,
      actors: new Map([['officer', OFFICER]]),
    })
    const answer = await server.inject({
      method: 'POST',
      url: `/${path}`,
      headers: { ...ORIGIN, authorization: 'officer', 'content-type': 'application/x-www-form-urlencoded' },
      payload: new URLSearchParams({ [name]: act, reason: 'It should not come.' }).toString(),
    })
    expect(answer.statusCode).toBe(403)
  },
)
