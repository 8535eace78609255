/** Keeps session tokens out of the database: their hash stands there instead, so that who reads the table cannot sign in with what he finds. */
import type { kyselyAdapter } from '@better-auth/kysely-adapter'
import { hashToken } from './secret-token.ts'

type Adapter = ReturnType<ReturnType<typeof kyselyAdapter>>
type Where = NonNullable<Parameters<Adapter['findMany']>[0]['where']>
/** All that an adapter can do inside of a transaction, of which it then begins no other. */
type Inner = Omit<Adapter, 'transaction'>

export function hideTokens(adapter: Adapter): Adapter {
  return {
    ...hideInner(adapter),
    transaction: async (body) => await adapter.transaction(async (inner) => await body(hideInner(inner))),
  }
}

function hideInner(inner: Inner): Inner {
  return {
    ...inner,
    create: async (asked) => {
      const token = (asked.data as { readonly token?: string }).token
      const data =
        asked.model === 'session' && token !== undefined ? { ...asked.data, token: hashToken(token) } : asked.data
      return shown(await inner.create({ ...asked, data }), asked.model, token)
    },
    findOne: async (asked) => shown(await inner.findOne(hidden(asked)), asked.model, tokenIn(asked.where)),
    update: async (asked) => shown(await inner.update(hidden(asked)), asked.model, tokenIn(asked.where)),
    findMany: async (asked) => await inner.findMany(hidden(asked)),
    count: async (asked) => await inner.count(hidden(asked)),
    updateMany: async (asked) => await inner.updateMany(hidden(asked)),
    delete: async (asked) => await inner.delete(hidden(asked)),
    deleteMany: async (asked) => await inner.deleteMany(hidden(asked)),
    consumeOne: async (asked) => await inner.consumeOne(hidden(asked)),
    incrementOne: async (asked) => await inner.incrementOne(hidden(asked)),
  }
}

/** The library is given back the token that it knows. */
function shown<T>(row: T, model: string, token: string | undefined): T {
  return model === 'session' && token !== undefined && row !== null ? { ...row, token } : row
}

function tokenIn(where: Where): string | undefined {
  const value = where.find(({ field }) => field === 'token')?.value
  return typeof value === 'string' ? value : undefined
}

function hidden<A extends { readonly model: string; readonly where?: Where | undefined }>(asked: A): A {
  if (asked.model !== 'session' || asked.where === undefined) return asked
  const where = asked.where.map((one) => {
    if (one.field !== 'token') return one
    const { value } = one
    return {
      ...one,
      value: Array.isArray(value) ? value.map((each) => hashToken(String(each))) : hashToken(String(value)),
    }
  })
  return { ...asked, where }
}
