/** Where the link of an invitation leads. */
import { type ActionFunctionArgs, type LoaderFunctionArgs, useLoaderData } from 'react-router'
import { Button, ErrorSummary, Field, useSentBack } from '../pages/form.tsx'
import { ObjectHeader } from '../pages/object-header.tsx'
import { pageCall, seeOther, settled } from '../pages/page-call.ts'
import type { PageHandle } from '../pages/page-handle.ts'
import { sentBack, sentForm } from '../pages/read-form.ts'
import { Page, useShell, useSignIn } from '../pages/shell.tsx'
import { momentOf } from '../pages/when.ts'
import { acceptInvitation, seeInvitation } from './accept-invitation.ts'
import { whoIAm } from './act-for.ts'
import { identityContext } from './identity-context.ts'
import { leadBack } from './lead-back.ts'
import { LONGEST_PASSWORD, SHORTEST_PASSWORD } from './open-identity.ts'
import { peopleWordsOf } from './people-words.ts'
import { sentText } from './sent-text.ts'
import { signInWordsOf } from './sign-in-words.ts'
import { signIn } from './sign-in.ts'

export const handle = { see: 'see_invitation', act: 'accept_invitation' } satisfies PageHandle

function tokenIn(request: Request): string {
  return new URL(request.url).searchParams.get('token') ?? ''
}

export async function loader({ context, request }: LoaderFunctionArgs) {
  const identity = context.get(identityContext)
  const invitation = settled(context, await seeInvitation(identity, { token: tokenIn(request) }))
  const self = await whoIAm(identity, context.get(pageCall).visitor)
  const isMine = self?.person.email === invitation.email
  const { hasOpenId } = identity
  return { invitation, isMine, hasOpenId, least: SHORTEST_PASSWORD, most: LONGEST_PASSWORD }
}

/** Whoever is new and chose a password is signed in with it at once. */
export async function action({ context, request }: ActionFunctionArgs) {
  const identity = context.get(identityContext)
  const { visitor } = context.get(pageCall)
  const form = await sentForm(context, request)
  const [name, password] = [sentText(form, 'name'), sentText(form, 'password')]
  const isLeftOut = password === '' && identity.hasOpenId
  const input = { token: tokenIn(request), name, ...(isLeftOut ? {} : { password }) }
  const outcome = await acceptInvitation(identity, visitor, input)
  if ('refused' in outcome) return sentBack(context, outcome.refused, { name })
  if (!form.has('password')) return seeOther('/account', 'invitation_accepted')
  const signedIn =
    password === '' ? undefined : await signIn(identity, visitor, { email: outcome.done.email, password })
  if (signedIn === undefined || 'refused' in signedIn) return seeOther('/sign-in', 'invitation_accepted')
  const { cookies = [] } = signedIn
  return seeOther(await leadBack(context, cookies), 'invitation_accepted', cookies)
}

export default function AcceptInvitationPage() {
  const { invitation, isMine, hasOpenId, least, most } = useLoaderData<typeof loader>()
  const sent = useSentBack()
  const { language } = useShell()
  const signInAddress = useSignIn()
  const words = signInWordsOf(language)
  const { roles, organization, role } = peopleWordsOf(language)
  const { email, organization_name, is_known_person } = invitation
  const facts = [
    { name: organization, value: <bdi>{organization_name}</bdi> },
    { name: role, value: roles[invitation.role] },
    { name: words.email, value: <bdi>{email}</bdi> },
    { name: words.holdsUntil, value: momentOf(invitation.expires_at, language).when },
  ]
  return (
    <Page title={words.invitationTitle}>
      <ErrorSummary problem={sent?.problem} />
      <ObjectHeader title={words.invitationTitle} facts={facts} />
      {is_known_person && !isMine ? (
        <>
          <p className="prose">{words.knownAlready}</p>
          <a className="ds-button" href={signInAddress}>
            {words.signIn}
          </a>
        </>
      ) : (
        <form method="post">
          {is_known_person ? undefined : (
            <>
              <Field
                name="name"
                label={words.yourName}
                hint={words.nameHint}
                defaultValue={sent?.typed['name']}
                dir="auto"
                required
                autoComplete="name"
                problem={sent?.problem}
              />
              <Field
                name="password"
                label={words.password}
                hint={[words.passwordHint(least, most), hasOpenId ? words.mayBeLeftOut : ''].join(' ').trim()}
                type="password"
                dir="ltr"
                required={!hasOpenId}
                autoComplete="new-password"
                problem={sent?.problem}
              />
            </>
          )}
          <Button>{words.accept}</Button>
        </form>
      )}
      <p className="another-way quiet">{words.notForYou}</p>
    </Page>
  )
}
