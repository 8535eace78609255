import { getMigrations } from 'better-auth/db/migration'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { SERVERS } from '../kernel/test-database-fixture.ts'
import { openTestIdentity, type TestIdentity } from './identity-fixture.ts'
import { openIdentity, PASSWORD_COST } from './open-identity.ts'

describe.each(SERVERS)('the tables of sign-in on $name', (server) => {
  let made: TestIdentity
  beforeAll(async () => {
    made = await openTestIdentity(server)
  })
  afterAll(async () => {
    await made.drop()
  })

  test('are those that the identity library expects', async () => {
    const { options } = made.identity.auth
    const { compileMigrations } = await getMigrations({ ...options, database: made.authPool })
    expect((await compileMigrations()).replace(/;$/, '')).toBe('')
  })

  test('are out of reach for the role that works on firms’ data, whose own are out of reach for theirs', async () => {
    for (const table of [
      '"user"',
      'session',
      'account',
      'verification',
      '"twoFactor"',
      'tries',
      'used_codes',
      'passkeys',
      'used_tickets',
    ])
      await expect(made.database.pool.query(`select from auth.${table}`)).rejects.toThrow('permission denied')
    const { rows } = await made.authPool.query(
      `select oid::regclass::text as name from pg_class
       where relkind = 'r' and relnamespace = 'public'::regnamespace and has_table_privilege(oid, 'select, insert, update, delete')`,
    )
    expect(rows).toEqual([])
    await expect(made.authPool.query('create table auth.mine (a int)')).rejects.toThrow('permission denied')
  })

  test('hold passwords as argon2id with 64 MB, three passes and four lanes', async () => {
    // RFC 9106, section 4, the second recommended option: t=3, p=4, m=2^16 (64 MiB).
    const settings = {
      secret: 'a'.repeat(32),
      publicAddress: new URL('http://localhost'),
      openId: undefined,
      isFactorForAll: false,
    }
    const { auth } = openIdentity(made.identity, made.authPool, {
      ...settings,
      cost: PASSWORD_COST,
      warn: () => undefined,
    })
    const { password } = await auth.$context
    const hash = await password.hash('correct horse battery')
    expect(hash).toMatch(/^\$argon2id\$v=19\$m=65536,t=3,p=4\$/)
    expect(await password.verify({ hash, password: 'correct horse battery' })).toBe(true)
    expect(await password.verify({ hash, password: 'correct horse batterx' })).toBe(false)
  })
})
