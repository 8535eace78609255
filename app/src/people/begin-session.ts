/** A session for whom we have recognised ourselves, begun by the identity library as it begins its own. The service calls it and nobody else. */
import { createAuthEndpoint } from 'better-auth/api'
import { setSessionCookie } from 'better-auth/cookies'

/** The library asks for a schema; what is sent is ours. */
const BODY = {
  '~standard': {
    version: 1,
    vendor: 'maqami',
    validate: (value: unknown) => ({ value }),
  },
} as const

export function ownSessions() {
  return {
    id: 'own-sessions',
    endpoints: {
      beginSession: createAuthEndpoint({ method: 'POST', body: BODY }, async (ctx) => {
        const { internalAdapter } = ctx.context
        const { person } = ctx.body as { readonly person: string }
        const user = await internalAdapter.findUserById(person)
        if (user === null) throw new Error('there is no such person to begin a session for')
        const session = await internalAdapter.createSession(user.id)
        await setSessionCookie(ctx, { session, user })
        return { begun: true }
      }),
    },
  }
}
