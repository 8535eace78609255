/** What the page of the trial balance is given: accounts as the law of their programme calls them. */
import { nameOf, voiceOf } from '@maqami/engine/explain/voice.ts'
import { recorderContext } from '../audit-log/recorder-context.ts'
import { moneyText } from '../ledger/money-text.ts'
import { readTrialBalance } from '../ledger/read-ledger.ts'
import { type PageContext, pageCall } from '../pages/page-call.ts'
import { lawsCalled } from '../policy-releases/laws-called.ts'

export async function showTrialBalance(context: PageContext) {
  const { actor, language } = context.get(pageCall)
  const rows = await readTrialBalance(context.get(recorderContext).database, actor)
  const programmes = [...new Set(rows.map(({ programme }) => programme))]
  const laws = await lawsCalled(context, programmes)
  return {
    accounts: rows.map(({ programme, account, debit, credit, ...row }) => ({
      ...row,
      programme: laws(programme).title,
      // The budget and the bank are no findings of the law.
      finding: account === row.kind ? undefined : nameOf(voiceOf(language, laws(programme).names), account),
      debit: moneyText(row.currency, debit, language),
      credit: moneyText(row.currency, credit, language),
      digits: { debit, credit },
    })),
    programmes: programmes.map((name) => ({ name, title: laws(name).title })),
  }
}
