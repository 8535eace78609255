/** The statement of a manufacturer's accounts. */
import { Type } from 'typebox'
import type { Recorder } from '../audit-log/record-command.ts'
import { type Authority, MAKER_ROLES, OFFICER_ROLES } from '../kernel/authority.ts'
import { AMOUNT, DAY, ID, INSTANT, oneOf, orNull, PROGRAMME, YEAR } from '../kernel/field-schemas.ts'
import { FileAnswer, fileRoute, type Route, route } from '../kernel/route.ts'
import type { NoOrganization } from '../people/see-organization.ts'
import { balancesOf } from './entry.ts'
import { exportLedger, readTrialBalance } from './read-ledger.ts'
import { statementAsked } from './read-statement.ts'

export const ledgerAuthority = {
  see_statement: [...OFFICER_ROLES, ...MAKER_ROLES],
  see_trial_balance: OFFICER_ROLES,
} as const satisfies Authority

const KIND = oneOf('budget', 'entitlement', 'payable', 'levy', 'surcharge', 'interest', 'bank', 'receipts', 'guarantee')

const POSTING = Type.Object({
  kind: KIND,
  account: Type.String(),
  manufacturer_id: orNull(ID),
  currency: Type.String(),
  /** `1250.00`; above zero is debit. */
  amount: Type.String(),
})

const BALANCE = Type.Object({ ...POSTING.properties, programme: PROGRAMME, rehearsal: Type.Boolean() })

const ENTRY = Type.Object({
  id: ID,
  programme: PROGRAMME,
  year: YEAR,
  subject: Type.String(),
  rehearsal: Type.Boolean(),
  phase: oneOf('appropriate', 'reserve', 'release', 'commit', 'charge', 'interest', 'pay', 'receive', 'call'),
  finding: Type.String(),
  determination_id: ID,
  /** Of what is received: the line of the bank's statement. */
  receipt_line_id: orNull(ID),
  reverses: orNull(ID),
  booked_on: DAY,
  posted_at: INSTANT,
  postings: Type.Array(POSTING),
})

export function ledgerRoutes({ database }: Recorder): readonly Route<NoOrganization>[] {
  return [
    route({
      method: 'GET',
      url: '/api/manufacturers/:id/statement',
      command: 'see_statement',
      summary: 'What was booked for and against a manufacturer, and the balance of each account by programme',
      params: Type.Object({ id: ID }),
      done: Type.Object({ entries: Type.Array(ENTRY), balances: Type.Array(BALANCE) }),
      run: async ({ actor, params }) => {
        const asked = await statementAsked(database, actor, params.id)
        if ('refused' in asked) return asked
        const entries = asked.done.map((entry) => ({ ...entry, receipt_line_id: entry.receipt_line_id ?? null }))
        return { done: { entries, balances: balancesOf(entries) } }
      },
    }),
    route({
      method: 'GET',
      url: '/api/trial-balance',
      command: 'see_trial_balance',
      summary: 'What was debited and credited to each account of each programme and year, rehearsals apart',
      done: Type.Object({
        items: Type.Array(
          Type.Object({
            programme: PROGRAMME,
            year: YEAR,
            rehearsal: Type.Boolean(),
            currency: Type.String(),
            kind: KIND,
            account: Type.String(),
            of: oneOf('firms', 'treasury'),
            debit: AMOUNT,
            credit: AMOUNT,
          }),
        ),
      }),
      run: async ({ actor }) => ({ done: { items: await readTrialBalance(database, actor) } }),
    }),
    fileRoute({
      method: 'GET',
      url: '/api/ledger.csv',
      command: 'see_trial_balance',
      summary: 'Every posting of a programme as a table for the treasury',
      query: Type.Object({ programme: PROGRAMME }),
      run: async ({ actor, query }) => {
        const bytes = Buffer.from(await exportLedger(database, actor, query.programme))
        return { done: new FileAnswer(bytes, `ledger-${query.programme}.csv`, 'text/csv') }
      },
    }),
  ]
}
