/** All pages of this slice, served for people who sign in. */
import type { RouterContext } from 'react-router'
import { joinAuthority } from '../kernel/authority.ts'
import type { KeyCommand } from '../kernel/key-scope.ts'
import { builtFrom, servedPages } from '../pages/pages-fixture.ts'
import { readerOf } from './act-for.ts'
import * as accept from './accept-invitation-page.tsx'
import * as accountants from './accountants-page.tsx'
import * as account from './account-page.tsx'
import * as forgotten from './forgotten-password-page.tsx'
import { identifyRequest } from './identify-request.ts'
import { identityContext } from './identity-context.ts'
import { keyCommandsContext } from './key-commands-context.ts'
import * as keys from './keys-page.tsx'
import * as newPassword from './new-password-page.tsx'
import type { Identity } from './open-identity.ts'
import * as openId from './openid-page.tsx'
import { peopleAuthority } from './people-api.ts'
import * as recoveries from './recoveries-page.tsx'
import * as stopRecovery from './stop-recovery-page.tsx'
import * as finishRecovery from './finish-recovery-page.tsx'
import * as organizations from './organizations-page.tsx'
import * as passkeys from './passkeys-page.tsx'
import * as password from './password-page.tsx'
import * as people from './people-page.tsx'
import { PEOPLE_PROBLEMS } from './people-problems.ts'
import { sayWhoMay } from './say-who-may.ts'
import * as secondFactor from './second-factor-page.tsx'
import { signInAuthority } from './sign-in-api.ts'
import * as code from './sign-in-code-page.tsx'
import * as signIn from './sign-in-page.tsx'
import * as signIns from './sign-ins-page.tsx'
import * as signOut from './sign-out-page.tsx'

/** Where the pages of a test are, which the identity is to know. */
export const PAGES_ADDRESS = 'https://maqami.example'

const PAGES = builtFrom({
  'sign-in': signIn,
  'sign-in/code': code,
  'sign-in/openid': openId,
  'sign-out': signOut,
  'forgotten-password': forgotten,
  'new-password': newPassword,
  'accept-invitation': accept,
  account,
  'account/second-factor': secondFactor,
  'account/password': password,
  people,
  organizations,
  'account/passkeys': passkeys,
  'recovery/stop': stopRecovery,
  'recovery/finish': finishRecovery,
  'people/recoveries': recoveries,
  'people/accountants': accountants,
  'people/keys': keys,
  'people/sign-ins': signIns,
})

const KEY_COMMANDS: readonly KeyCommand[] = [
  { command: 'upload_return', asks: 'POST /api/returns', summary: 'Upload a return', roles: ['maker_clerk'] },
]

export function servedPeople(identity: Identity) {
  // The desk of a maker is a page of another slice.
  const authority = joinAuthority(signInAuthority, peopleAuthority, { see_desk: ['maker_clerk'] })
  return servedPages(PAGES, {
    authority,
    sayWhoMay: (actor, command, language) => sayWhoMay(authority, actor, command, language),
    problems: PEOPLE_PROBLEMS,
    identify: async (visitor) => (await identifyRequest(identity, visitor)) as never,
    readerOf: async (visitor) => await readerOf(identity, visitor),
    contexts: new Map<RouterContext, unknown>([
      [identityContext, identity],
      [keyCommandsContext, () => KEY_COMMANDS],
    ]),
  })
}
