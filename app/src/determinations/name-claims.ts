/** What the pages of money call the firms and the determinations of claims. */
import { recorderContext } from '../audit-log/recorder-context.ts'
import type { NameClaims } from '../budgets/claims-context.ts'
import { readAs } from '../kernel/transaction.ts'
import { firmsNamed } from '../manufacturers/firms-named.ts'
import { pageCall } from '../pages/page-call.ts'
import { determinationsFound } from './read-determinations.ts'

export const nameClaims: NameClaims = async (context, claims) => {
  const { actor } = context.get(pageCall)
  const firms = await firmsNamed(
    context,
    claims.map(({ manufacturer_id }) => manufacturer_id),
  )
  const ids = [...new Set(claims.map(({ determination_id }) => determination_id))]
  const found = await readAs(context.get(recorderContext).database, actor, async (tables) => {
    return ids.length === 0 ? [] : await determinationsFound(tables, ids)
  })
  const numbers = new Map(found.map(({ id, number }) => [id, number]))
  return ({ manufacturer_id, determination_id }) => ({
    firm: firms(manufacturer_id),
    determination: numbers.get(determination_id) ?? '',
  })
}
